// The floor of a step against counts by hand, each of a network so small that they can be made.
import { describe, expect, it } from 'vitest';
import type { StepWork } from '../../src/models/model';
import type { Examples } from '../../src/nn/examples';
import { createPlainBackend } from '../../src/nn/plain';
import { begin, makeSmall, type SmallChanges, type SmallName } from './small';

// Three rows of 4, 2 and no words, five of them different.
const LISTS = {
  offsets: Uint32Array.of(0, 4, 6, 6),
  ids: Uint32Array.of(1, 2, 3, 4, 2, 5),
};
const EXAMPLES: Examples = { labels: Uint16Array.of(0, 1, 2), features: LISTS, words: LISTS };
const [B, C, N, S, T, V] = [3, 3, 6, 5, 8, 30]; // rows, classes, words, different ones, time, rows of the table
const ADAM = 12; // FLOP for each number
const ADAM_NUMBERS = 6; // read and written for each number, besides its slope

function workOf(name: SmallName, changes: SmallChanges = {}): StepWork {
  const model = makeSmall(createPlainBackend(), name, { ...changes, data: { batchRows: B } });
  begin(model);
  const length = model.reads === 'words' ? T : 0;
  const batch = { rows: Uint32Array.of(0, 1, 2), length, epoch: 1 };
  model.step(EXAMPLES, batch, { step: 1, learningRate: 0.01 });
  return model.work(batch);
}

describe('work', () => {
  it('of a linear model is that of its features', () => {
    const { bytes, flop, dispatches } = workOf('linear');
    const forward = 2 * N * C;
    const backward = 2 * N * C;
    const moved = S * C + C; // rows of the table, biases
    expect(flop).toBe(forward + backward + ADAM * moved);
    const read = N * (2 + C) + B * C; // ids, values and rows; logits
    const readBack = N * (2 + C) + S * C; // ids, values and slopes; slopes of rows
    expect(bytes).toBe(4 * (read + readBack + ADAM_NUMBERS * moved + moved));
    // Product, loss and its mean; slopes of rows in two, of biases; biases and rows moved.
    expect(dispatches).toBe(8);
  });

  it('of a perceptron is that of its features and its layers', () => {
    const H = 5;
    const dense = 6 * B * H * H + 6 * B * H * C; // forward, to the weights, to the inputs
    const moved = S * H + H + (H * H + H) + (H * C + C);
    expect(workOf('mlp').flop).toBe(4 * N * H + dense + ADAM * moved);
  });

  it('of a convolutional model is that of all windows forward, of those that won backward', () => {
    const [E, F] = [4, 4];
    const windows = 2 * (T - 1) + 3 * (T - 2); // words under all windows of 2 and of 3 words
    const won = 2 + 3;
    const convolution = 2 * B * windows * E * F + 4 * B * won * E * F;
    const head = 6 * B * (2 * F) * C;
    const moved = S * E + (won * E * F + 2 * F) + (2 * F * C + C);
    expect(workOf('cnn').flop).toBe(N * E + convolution + head + ADAM * moved);
  });

  it('of a recurrent model is that of its products, the first word having no state before it', () => {
    const [E, H] = [4, 4];
    const layer = (inputs: number) => 6 * T * B * inputs * 4 * H + 6 * (T - 1) * B * H * 4 * H;
    const numbers = (inputs: number) => 4 * H * (inputs + H + 1);
    const layers = 2 * layer(E) + 2 * layer(2 * H); // in both directions
    const head = 6 * B * (2 * H) * C;
    const moved = S * E + 2 * numbers(E) + 2 * numbers(2 * H) + (2 * H * C + C);
    expect(workOf('lstm').flop).toBe(N * E + layers + head + ADAM * moved);
  });

  it('follows the optimizer: what is frozen does not move, and without rare rows every row does', () => {
    const work = (optimizer: SmallChanges['optimizer']) => workOf('cnn', { optimizer });
    const [E, all] = [4, work({})];
    const frozen = work({ rates: { table: 0, body: 1, head: 1 } });
    expect(all.flop - frozen.flop).toBe(ADAM * S * E);
    expect(all.bytes - frozen.bytes).toBe(4 * (ADAM_NUMBERS + 1) * S * E);
    const keras = work({ rareRows: false });
    expect(keras.flop - all.flop).toBe(ADAM * (V - S) * E);
    expect(keras.bytes - all.bytes).toBe(4 * ADAM_NUMBERS * (V - S) * E);
    const descent = work({ optimizer: 'sgd' });
    const momentum = work({ optimizer: 'sgd', momentum: 0.9 });
    const moved = S * E + (5 * E * 4 + 8) + (8 * C + C);
    expect(all.flop - descent.flop).toBe((ADAM - 2) * moved);
    expect(momentum.flop - descent.flop).toBe(2 * moved);
    expect(all.bytes - momentum.bytes).toBe(4 * 2 * moved);
    expect(momentum.bytes - descent.bytes).toBe(4 * 2 * moved);
  });

  it('is foretold for a full batch as long as none is known', () => {
    const model = makeSmall(createPlainBackend(), 'linear', { data: { batchFeatures: 100 } });
    const work = model.work({ rows: new Uint32Array(0), length: 0, epoch: 1 });
    expect(work.flop).toBe(4 * 100 * C + ADAM * (V * C + C));
  });
});
