// How the learning rate goes over a training. Every schedule but one-cycle may begin with a linear rise, Goyal et al. (2017),
// https://arxiv.org/abs/1706.02677, section 2.2, and then runs over the steps that are left:
// - linear: falls to zero, Joulin et al. (2016), https://arxiv.org/abs/1607.01759
// - step: a tenth from half of the steps on, a hundredth from three quarters on, He et al. (2015),
//   https://arxiv.org/abs/1512.03385, section 4.2
// - cosine: half a wave down to zero, Loshchilov & Hutter (2017), https://arxiv.org/abs/1608.03983, formula 5, without restarts
// - one-cycle: up from a tenth, down to it and in the last tenth of the steps to a thousandth, Smith & Topin (2018),
//   https://arxiv.org/abs/1708.07120; the warm-up is its rising share, which is as long as its fall where none is set. The momentum stays.
import type { TrainSettings } from '../core/settings';

const CYCLE_END = 0.9; // share of the steps
const CYCLE_LEAST = 0.1; // of the peak, where the cycle begins and ends
const CYCLE_LAST = 0.001; // of the peak, in the end

/** Learning rate of a step, 1-based, of a training of `steps` steps. */
export function rateAt(
  { learningRate, schedule, warmup }: Pick<TrainSettings, 'learningRate' | 'schedule' | 'warmup'>,
  step: number,
  steps: number,
): number {
  if (schedule === 'one-cycle') return learningRate * oneCycle((step - 1) / steps, warmup);
  const rising = Math.round(warmup * steps);
  if (step <= rising) return (learningRate * step) / (rising + 1);
  const done = (step - 1 - rising) / (steps - rising); // 0 to below 1
  switch (schedule) {
    case 'linear':
      return learningRate * (1 - done);
    case 'constant':
      return learningRate;
    case 'step':
      return learningRate * (done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01);
    case 'cosine':
      return learningRate * 0.5 * (1 + Math.cos(Math.PI * done));
    default:
      return schedule satisfies never;
  }
}

function oneCycle(done: number, warmup: number): number {
  const top = warmup > 0 ? warmup : CYCLE_END / 2;
  if (done < top) return between(CYCLE_LEAST, 1, done / top);
  if (done < CYCLE_END) return between(1, CYCLE_LEAST, (done - top) / (CYCLE_END - top));
  return between(CYCLE_LEAST, CYCLE_LAST, (done - CYCLE_END) / (1 - CYCLE_END));
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
