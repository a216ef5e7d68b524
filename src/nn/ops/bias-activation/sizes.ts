// The small buffer that tells a bias and an activation their sizes.

/** Where each number stands in the buffer `sizes`. */
export const BIAS_SIZE = {
  rows: 0, // N
  units: 1, // that have a bias
  width: 2, // W, cells from one row to the next, a multiple of 4; those behind the units are left alone
  biasAt: 3, // first cell of the bias in its block
} as const;

/** Words of `sizes`. */
export const BIAS_SIZE_WORDS = 4;

/** What is done to each number, as it stands in the shader. */
export const ACTIVATION = { none: 0, relu: 1, tanh: 2, sigmoid: 3 } as const;

/** The name of an activation. */
export type Activation = keyof typeof ACTIVATION;
