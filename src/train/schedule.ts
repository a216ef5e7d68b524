// The learning rate falls linearly to zero, as in Joulin et al. (2016), https://arxiv.org/abs/1607.01759

/** Learning rate of a step, 1-based, of a training of `steps` steps. */
export function linearDecay(peak: number, step: number, steps: number): number {
  return peak * (1 - (step - 1) / steps);
}
