// Adam: Kingma & Ba (2014), https://arxiv.org/abs/1412.6980, in the form at the end of their section 2,
// which folds both bias corrections into the step size and epsilon.

/** Decay of the mean gradient. */
export const BETA1 = 0.9;
/** Decay of the mean squared gradient. */
export const BETA2 = 0.999;
const EPSILON = 1e-8;

/** [step size, epsilon] for an optimizer step, 1-based: w -= stepSize * m / (sqrt(v) + epsilon). */
export function adamRates(learningRate: number, step: number): [number, number] {
  const correction = Math.sqrt(1 - BETA2 ** step);
  return [(learningRate * correction) / (1 - BETA1 ** step), EPSILON * correction];
}
