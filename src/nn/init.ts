// How fresh weights are drawn. Each is an Init (parameters.ts) or makes one.
import type { Init } from './parameters';

function cells(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

/** All zeros. */
export const zeros: Init = (shape) => new Float32Array(cells(shape));

/** Even between -bound and bound. */
export function uniform(bound: number): Init {
  return (shape, draw) =>
    Float32Array.from({ length: cells(shape) }, () => bound * (2 * draw() - 1));
}

/**
 * Even within root(6 / (ways in + ways out)), the last axis being the way out; axes before the last two, such as the words under
 * a filter, belong to both. Glorot & Bengio (2010), AISTATS, equation 16; Keras's kernels.
 */
export const glorotUniform: Init = (shape, draw) => {
  const field = cells(shape.slice(0, -2));
  const ways = field * cells(shape.slice(-2, -1)) + field * cells(shape.slice(-1));
  return uniform(Math.sqrt(6 / ways))(shape, draw);
};

/** Even within root(1 / ways in), for kernels and biases alike, as PyTorch's Linear and Conv1d have it. */
export function rootUniform(inputs: number): Init {
  return uniform(Math.sqrt(1 / inputs));
}

/**
 * A matrix whose rows, or whose columns where these are fewer, have length 1 and stand at right angles: Keras's recurrent kernels.
 * Saxe et al. (2013), https://arxiv.org/abs/1312.6120. Gram and Schmidt's method, twice over, on vectors of normal numbers: with
 * those no direction is likelier than another, which for the QR factorisation takes a change of signs, as Mezzadri (2007) says,
 * https://arxiv.org/abs/math-ph/0609050
 */
export const orthogonal: Init = (shape, draw) => {
  const rows = cells(shape.slice(0, -1));
  const columns = cells(shape.slice(-1));
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const vectors = Array.from({ length: count }, () => normals(length, draw));
  for (let i = 0; i < count; i++) {
    for (let round = 0; round < 2; round++)
      for (let j = 0; j < i; j++) subtract(vectors[i], vectors[j], dot(vectors[i], vectors[j]));
    const scale = 1 / Math.sqrt(dot(vectors[i], vectors[i]));
    for (let k = 0; k < length; k++) vectors[i][k] *= scale;
  }
  const isWide = columns > rows;
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns);
    const column = at % columns;
    return isWide ? vectors[row][column] : vectors[column][row];
  });
};

/** Box & Muller (1958), "A Note on the Generation of Random Normal Deviates". */
function normals(length: number, draw: () => number): Float64Array {
  return Float64Array.from({ length }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - draw()));
    return radius * Math.cos(2 * Math.PI * draw());
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

function subtract(a: Float64Array, b: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k] -= factor * b[k];
}
