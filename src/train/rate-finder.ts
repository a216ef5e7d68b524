// The learning-rate range test: Smith (2017), "Cyclical Learning Rates for Training Neural Networks", section 3.3,
// https://arxiv.org/abs/1506.01186. The rate rises from step to step until the loss does too. Exponential rise, smoothing, the end at
// four times the best loss and the suggestion, a tenth of the rate where the loss was least, are those of Howard & Gugger (2020),
// "fastai: A Layered API for Deep Learning", https://arxiv.org/abs/2002.04688
import type { RateCurve } from '../core/run';
import type { Batch } from '../models/model';
import type { Batches } from './batches';
import { batchesOf, beginWeights } from './begin';
import { Pace } from './pace';
import { takeStep } from './step';
import type { Learning } from './task';

/** What the finder tells and asks while it is at work. */
export interface FinderHooks {
  report(curve: RateCurve): void; // after every few steps
  isStopped(): boolean; // true = end with what was found so far
}

const STEPS = 150;
const READ_STEPS = 5; // between two looks at the losses
const LEAST_RATE = 1e-6;
const GREATEST_RATE = { adam: 1, adamw: 1, sgd: 10 };
const SMOOTHING = 0.9; // weight of the past in the mean
const DIVERGED = 4; // times the best loss
const BELOW = 10; // so much below the rate of the least loss is the suggestion
const LEAST_FALL = 0.01; // of the first loss, to count as a fall

/** Trains for at most 150 steps at rising rates; the model's weights are of no use afterwards. */
export async function findRate(task: Learning, hooks: FinderHooks): Promise<RateCurve> {
  const { backend, model, settings } = task;
  const batches = batchesOf(task);
  const pace = new Pace(() => backend.done());
  const growth = (GREATEST_RATE[settings.optimizer] / LEAST_RATE) ** (1 / (STEPS - 1));
  const rateOf = (step: number) => LEAST_RATE * growth ** (step - 1);
  const curve = new SmoothedLosses();

  await beginWeights(task);
  for (let step = 1; step <= STEPS && !hooks.isStopped(); step++) {
    backend.check(step - 1);
    takeStep(task, nextBatch(batches, step), { step, learningRate: rateOf(step) });
    await pace.afterStep();
    if (step % READ_STEPS !== 0) continue;
    const losses = await model.readLosses();
    for (let s = step - READ_STEPS + 1; s <= step && !curve.hasDiverged; s++)
      curve.add(rateOf(s), losses[s - 1]);
    hooks.report(curve.found());
    if (curve.hasDiverged) break;
  }
  return curve.found();
}

/** Goes through the epochs as often as it takes. */
function nextBatch(batches: Batches, step: number): Batch {
  if ((step - 1) % batches.perEpoch === 0) batches.begin(1 + (step - 1) / batches.perEpoch);
  const batch = batches.take();
  if (!batch) throw new Error('an epoch without a batch');
  return batch;
}

/** Losses by rate as an exponential moving mean, freed of the bias of its start: Kingma & Ba (2014), section 3. */
class SmoothedLosses {
  hasDiverged = false;
  private readonly points: RateCurve['points'] = [];
  private mean = 0;
  private least: RateCurve['points'][number] | null = null;

  add(rate: number, loss: number): void {
    this.mean = SMOOTHING * this.mean + (1 - SMOOTHING) * loss;
    const smoothed = this.mean / (1 - SMOOTHING ** (this.points.length + 1));
    this.hasDiverged =
      !Number.isFinite(smoothed) || (this.least !== null && smoothed > DIVERGED * this.least.loss);
    if (!Number.isFinite(smoothed)) return;
    const point = { rate, loss: smoothed };
    this.points.push(point);
    if (!this.least || smoothed < this.least.loss) this.least = point;
  }

  /** The curve so far, and the rate that it speaks for. */
  found(): RateCurve {
    const { points, least } = this;
    const hasFallen = least !== null && least.loss < (1 - LEAST_FALL) * points[0].loss;
    return { points: [...points], suggested: hasFallen ? least.rate / BELOW : null };
  }
}
