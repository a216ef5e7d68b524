// Adam: Kingma & Ba (2014), https://arxiv.org/abs/1412.6980, in the form at the end of their section 2,
// which folds both bias corrections into the step size and epsilon.

/** Decay of the mean gradient. */
export const BETA1 = 0.9;
/** Decay of the mean squared gradient. */
export const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Where each number stands in the `rates` buffer of the ops that update. */
export const RATE = {
  headStep: 0,
  epsilon: 1,
  tableStep: 2,
  robustness: 3,
  classWeights: 4,
} as const;

/** The rates of an optimizer step, 1-based: w -= step * m / (sqrt(v) + epsilon); the table's rows have no mean. Class weights, (C), stand behind. */
export function updateRates(
  learningRate: number,
  step: number,
  robustness: number,
): Float32Array<ArrayBuffer> {
  const correction = Math.sqrt(1 - BETA2 ** step);
  const rates = new Float32Array(4);
  rates[RATE.headStep] = (learningRate * correction) / (1 - BETA1 ** step);
  rates[RATE.epsilon] = EPSILON * correction;
  rates[RATE.tableStep] = learningRate * correction;
  rates[RATE.robustness] = robustness;
  return rates;
}
