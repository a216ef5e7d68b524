// LSTM layers and pooling on WebGPU against plain loops, in every form of the recurrent part.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../../src/nn/backend';
import { BidirectionalLstm } from '../../src/nn/layers/bidirectional-lstm';
import { Lstm, type LstmOptions } from '../../src/nn/layers/lstm';
import type { RecurrenceForm } from '../../src/nn/layers/lstm-recurrence';
import { Pooling } from '../../src/nn/layers/pooling';
import type { Net, Signal } from '../../src/nn/net';
import type { Backend } from '../../src/nn/op';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { runLstm, type LstmBatch, type LstmResult, type Stack } from './lstm-run';

const FORMS: RecurrenceForm[] = ['product', 'steps'];
const BASE = {
  name: 'lstm',
  units: 4,
  maskPadding: true,
  init: 'keras',
  layerNumber: 2,
  stepsADispatch: 3,
} as const;

// [batch, T, E, H, options]
const CASES: [number, number, number, number, Partial<LstmOptions>][] = [
  [1, 1, 7, 1, {}],
  [7, 5, 1, 65, { recurrentDropout: 0.3 }],
  [65, 4, 65, 8, { isReversed: true, dropout: 0.3 }],
  [64, 7, 7, 65, { maskPadding: false, isReversed: true, recurrentDropout: 0.5 }],
  [5, 3, 64, 250, { isReversed: true }],
  [128, 4, 8, 128, { dropout: 0.2, recurrentDropout: 0.2 }],
  [257, 3, 4, 7, { maskPadding: false }],
];

let gpu: Backend;
beforeAll(async () => {
  gpu = await createBackend('webgpu');
});
afterAll(() => gpu.dispose());

function rowsOf(batch: number, length: number): number[] {
  return Array.from({ length: batch }, (_, row) => (row * 3) % (length + 1));
}

function expectAlike(found: LstmResult, expected: LstmResult): void {
  const tolerance = { rtol: 1e-3, atol: 1e-4 };
  expectClose(found.output, expected.output, tolerance);
  expectClose(found.inputSlopes, expected.inputSlopes, tolerance);
  for (const [name, slopes] of Object.entries(expected.slopes))
    expectClose(found.slopes[name], slopes, { rtol: 1e-3, atol: 1e-3 });
}

describe.each(FORMS)('an LSTM on WebGPU, form %s', (form) => {
  it.each(CASES)(
    'agrees with plain loops for %i rows, %i words, width %i, %i units',
    async (...[batch, length, width, units, given]) => {
      const shape: LstmBatch = { batch, length, width, lengths: rowsOf(batch, length) };
      const build = (net: Net, input: Signal): Stack => {
        const layer = new Lstm(net, input, { ...BASE, ...given, units, form });
        return { layers: [layer], output: layer.output, outputRows: length * batch };
      };
      expectAlike(
        await runLstm(gpu, shape, build),
        await runLstm(createPlainBackend(), shape, build),
      );
    },
  );
});

describe('a pair of LSTMs and pooling on WebGPU', () => {
  it.each(
    FORMS.flatMap((form) =>
      (['last', 'mean', 'max'] as const).map((kind) => [form, kind] as const),
    ),
  )('agree with plain loops, form %s, pooling %s', async (form, kind) => {
    const shape: LstmBatch = {
      batch: 7,
      length: 5,
      mostLength: 6,
      width: 8,
      lengths: rowsOf(7, 5),
    };
    const build = (net: Net, input: Signal): Stack => {
      const lower = new BidirectionalLstm(net, input, {
        ...BASE,
        name: 'a',
        units: 64,
        dropout: 0.2,
        form,
      });
      const upper = new BidirectionalLstm(net, lower.output, {
        ...BASE,
        name: 'b',
        units: 7,
        layerNumber: 3,
        form,
      });
      const pool = new Pooling(net, upper.output, { kind, maskPadding: true, reversedFrom: 7 });
      return { layers: [lower, upper, pool], output: pool.output, outputRows: 7 };
    };
    const found = await runLstm(gpu, shape, build);
    expectAlike(found, await runLstm(createPlainBackend(), shape, build));
    expect(await runLstm(gpu, shape, build)).toEqual(found);
  });
});

describe('pooling on WebGPU', () => {
  it.each(['last', 'mean', 'max'] as const)(
    'agrees with plain loops unmasked, %s',
    async (kind) => {
      const shape: LstmBatch = { batch: 65, length: 7, width: 7, lengths: rowsOf(65, 7) };
      const build = (net: Net, input: Signal): Stack => {
        const pool = new Pooling(net, input, { kind, maskPadding: false, reversedFrom: 3 });
        return { layers: [pool], output: pool.output, outputRows: 65 };
      };
      expectAlike(
        await runLstm(gpu, shape, build),
        await runLstm(createPlainBackend(), shape, build),
      );
    },
  );
});
