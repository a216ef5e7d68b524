// One step of an optimizer, in plain loops and in WGSL, for the ops that update parameters and tables. In PyTorch's forms, g being
// the slope times the clip's scale, and + d w where the decay d is added to it:
// - sgd: v = momentum v + g, w -= r v (torch.optim.SGD without dampening);
// - adam: m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, w -= r / (1 - b1^t) m / (root(v / (1 - b2^t)) + e)
//   (Kingma & Ba 2014, https://arxiv.org/abs/1412.6980, algorithm 1);
// - adamw: the decay is not added to g but taken off the weight, w -= r d w (Loshchilov & Hutter 2017, https://arxiv.org/abs/1711.05101).
import { PLAN } from './plan-head';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Optimizers as constants of shaders. */
export const OPTIMIZER = { sgd: 0, adam: 1, adamw: 2 } as const;

/** Where the numbers of the buffer `controls` stand. */
export const CONTROL = { clip: 0, momentum: 1 } as const;
/** Cells of `controls`. */
export const CONTROL_CELLS = 4;

/** Where the numbers of a group of parameters stand: how much of the learning rate it has, and its weight decay. */
export const GROUP = { rate: 0, decay: 1 } as const;
/** Cells of a group. */
export const GROUP_CELLS = 2;

const RATE = { learning: 0, step: 1, root: 2 } as const; // from plan[PLAN.rates] on

/** What stands in the plan from PLAN.rates on: the learning rate, the same over 1 - b1^t, and 1 / root(1 - b2^t); steps t are 1-based. */
export function stepRates(step: number, learningRate: number): Float32Array<ArrayBuffer> {
  const rates = new Float32Array(4);
  rates[RATE.learning] = learningRate;
  rates[RATE.step] = learningRate / (1 - BETA1 ** step);
  rates[RATE.root] = 1 / Math.sqrt(1 - BETA2 ** step);
  return rates;
}

/** Arrays of an update in plain loops. */
export interface UpdateArrays {
  plan: Uint32Array<ArrayBuffer>;
  controls: Float32Array<ArrayBuffer>;
  values: Float32Array<ArrayBuffer>;
  means: Float32Array<ArrayBuffer>; // momentum of sgd, m of adam; as long as values where it is used
  squares: Float32Array<ArrayBuffer>; // v of adam
}

/** Moves the values from `from` to `to`, whose slopes stand from `slopeAt` on in an array that may be missing: then they are zeros. */
export type Update = (
  from: number,
  to: number,
  slopes: Float32Array<ArrayBuffer> | null,
  slopeAt: number,
) => void;

/** Prepares the updates of one group. */
export function updateOf(
  arrays: UpdateArrays,
  { optimizer, rate, decay }: { optimizer: number; rate: number; decay: number },
): Update {
  const rates = new Float32Array(arrays.plan.buffer).subarray(PLAN.rates);
  const learning = rate * rates[RATE.learning];
  const clip = arrays.controls[CONTROL.clip];
  if (optimizer === OPTIMIZER.sgd) return sgd(arrays, { learning, clip, decay });
  const isDecoupled = optimizer === OPTIMIZER.adamw;
  return adam(arrays, {
    step: rate * rates[RATE.step],
    root: rates[RATE.root],
    clip,
    decay: isDecoupled ? 0 : decay,
    kept: isDecoupled ? 1 - learning * decay : 1,
  });
}

function sgd(
  { controls, values, means }: UpdateArrays,
  { learning, clip, decay }: { learning: number; clip: number; decay: number },
): Update {
  const momentum = controls[CONTROL.momentum];
  return (from, to, slopes, slopeAt) => {
    for (let i = from, s = slopeAt; i < to; i++, s++) {
      let g = (slopes ? clip * slopes[s] : 0) + decay * values[i];
      if (momentum !== 0) g = means[i] = momentum * means[i] + g;
      values[i] -= learning * g;
    }
  };
}

/** What Adam's step is made of. */
interface AdamNumbers {
  step: number;
  root: number;
  clip: number;
  decay: number; // added to the slope
  kept: number; // of the weight
}

function adam(
  { values, means, squares }: UpdateArrays,
  { step, root, clip, decay, kept }: AdamNumbers,
): Update {
  return (from, to, slopes, slopeAt) => {
    for (let i = from, s = slopeAt; i < to; i++, s++) {
      const w = values[i];
      const g = (slopes ? clip * slopes[s] : 0) + decay * w;
      const mean = BETA1 * means[i] + (1 - BETA1) * g;
      const square = BETA2 * squares[i] + (1 - BETA2) * g * g;
      means[i] = mean;
      squares[i] = square;
      values[i] = kept * w - (step * mean) / (Math.sqrt(square) * root + EPSILON);
    }
  };
}

/** fn update(i, slope, rate, decay) for kernels with buffers plan, controls, values, means, squares and the constants optimizer and momentum (whether there is any). */
export const UPDATE_WGSL = /* wgsl */ `
fn plan_rate(n: u32) -> f32 { return bitcast<f32>(plan[${PLAN.rates}u + n]); }
fn update(i: u32, slope: vec4f, rate: f32, decay: f32) {
  let w = values[i];
  var g = controls[${CONTROL.clip}] * slope;
  let learning = rate * plan_rate(${RATE.learning}u);
  if (optimizer == ${OPTIMIZER.sgd}u) {
    g += decay * w;
    if (momentum == 1u) {
      g += controls[${CONTROL.momentum}] * means[i];
      means[i] = g;
    }
    values[i] = w - learning * g;
    return;
  }
  var kept = 1.0;
  if (optimizer == ${OPTIMIZER.adam}u) { g += decay * w; } else { kept -= learning * decay; }
  let mean = ${BETA1} * means[i] + ${1 - BETA1} * g;
  let square = ${BETA2} * squares[i] + ${1 - BETA2} * g * g;
  means[i] = mean;
  squares[i] = square;
  let pace = rate * plan_rate(${RATE.step}u);
  values[i] = kept * w - pace * mean / (sqrt(square) * plan_rate(${RATE.root}u) + ${EPSILON});
}
`;
