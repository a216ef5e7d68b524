// How fresh weights of an LSTM are drawn, as Keras does it and as PyTorch does.
import type { InitName } from '../../core/settings';
import { glorotUniform, orthogonal, uniform } from '../init';
import type { Init } from '../parameters';

/** The initialisers of the parameters of an LSTM. */
export interface LstmInits {
  kernel: Init; // (E, 4H)
  recurrent: Init; // (H, 4H)
  bias: Init; // (4H)
}

/** Zeros, but ones at the forget gates, so that a fresh cell remembers: Jozefowicz et al. (2015). */
const unitForget: Init = ([columns]) => new Float32Array(columns).fill(1, columns / 4, columns / 2);

/** PyTorch's two biases, each drawn alike, are one here: their sum. */
function pairOfBiases(bound: number): Init {
  return (shape, draw) => {
    const first = uniform(bound)(shape, draw);
    return uniform(bound)(shape, draw).map((x, i) => x + first[i]);
  };
}

/** Keras: Glorot, orthogonal, unit forget gates. PyTorch: everything even in +-1 / root(H). */
export function lstmInits(name: InitName, units: number): LstmInits {
  if (name === 'keras') return { kernel: glorotUniform, recurrent: orthogonal, bias: unitForget };
  const bound = 1 / Math.sqrt(units);
  return { kernel: uniform(bound), recurrent: uniform(bound), bias: pairOfBiases(bound) };
}
