// The layers over tables in plain loops: slopes against finite differences.
import { describe, expect, it } from 'vitest';
import { createPlainBackend } from '../../src/nn/plain';
import { Net } from '../../src/nn/net';
import { createTable } from '../../src/nn/table';
import { initialiseTable, type TableInit } from '../../src/nn/table-init';
import { expectClose } from '../support';
import { drawInput, runLayer, type LayerInput } from './embedding-step';
import { drawExamples } from './segment-sum-cases';

const H = 1e-2; // the loss is linear in table and bias, so only rounding is lost

/** Sum of slopes times outputs: its slope at the outputs are the slopes given. */
async function lossOf(input: LayerInput): Promise<number> {
  const { output } = await runLayer(createPlainBackend(), input);
  return output.reduce((sum, y, i) => sum + y * input.slopes[i], 0);
}

async function expectSlopes(
  input: LayerInput,
  part: 'table' | 'bias',
  found: ArrayLike<number>,
  first = 0,
): Promise<void> {
  for (let i = first; i < input[part].length; i++) {
    const [below, above] = await Promise.all(
      [-H, H].map((shift) => {
        const values = input[part].slice();
        values[i] += shift;
        return lossOf({ ...input, [part]: values });
      }),
    );
    expect(found[i]).toBeCloseTo((above - below) / (2 * H), 3);
  }
}

const SHAPES = [
  { batch: 1, length: 7, tableRows: 5, width: 4 },
  { batch: 7, length: 3, tableRows: 12, width: 8 },
  { batch: 13, length: 16, tableRows: 3, width: 4 }, // long segments
];

describe('embedding', () => {
  it.each(SHAPES)('has the slopes of its table, $batch rows of $length', async (shape) => {
    const { batch, length, tableRows } = shape;
    const sizes = { rows: 2 * batch + 1, tableRows, most: 2 * length, classes: 2 };
    const examples = drawExamples(sizes, 3);
    // With padding left out, row 0 of the table is no word and has no slope, whatever the difference says.
    for (const paddingCounts of [true, false]) {
      const input = drawInput({ ...shape, examples, paddingCounts });
      const { table } = await runLayer(createPlainBackend(), input);
      const firstWord = paddingCounts ? 0 : shape.width;
      await expectSlopes(input, 'table', table, firstWord);
      expect(table.subarray(0, firstWord).every((slope) => slope === 0)).toBe(true);
    }
  });
});

describe('sparse dense layer', () => {
  it.each(SHAPES)('has the slopes of table and bias, $batch rows', async (shape) => {
    const { batch, tableRows, width } = shape;
    const examples = drawExamples({ rows: 2 * batch + 1, tableRows, most: 9, classes: 2 }, 4);
    const input = drawInput({
      ...{ ...shape, length: 0, outputs: width - 1, examples, paddingCounts: false },
    });
    const { table, bias } = await runLayer(createPlainBackend(), input);
    await expectSlopes(input, 'table', table);
    await expectSlopes(input, 'bias', bias);
  });

  it('gives the bias for rows that are missing', async () => {
    const examples = drawExamples({ rows: 3, tableRows: 9, most: 9, classes: 2 }, 4);
    const shape = { batch: 5, length: 0, tableRows: 9, width: 4 };
    const input = drawInput({ ...shape, examples, paddingCounts: false });
    const { output } = await runLayer(createPlainBackend(), input);
    expectClose(output.subarray(12), [...input.bias, ...input.bias]);
  });
});

describe('table init', () => {
  const draw = async (init: TableInit, rows = 500, width = 20) => {
    const backend = createPlainBackend();
    const net = new Net(backend, { batch: 1, length: 0, planWords: 1 });
    const table = createTable(net, { name: 'table', rows, width, touched: 1, part: 'table' });
    initialiseTable(net, table, 7, init);
    return backend.read(table.values);
  };
  const spread = (values: Float32Array) =>
    Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);

  it.each([
    ['keras-embedding', 0.05 / Math.sqrt(3)],
    ['pytorch-embedding', 1],
    ['keras-kernel', Math.sqrt(6 / 520 / 3)],
    ['pytorch-kernel', Math.sqrt(1 / 500 / 3)],
    ['zeros', 0],
  ] as const)('draws %s with a spread of %f', async (kind, expected) => {
    const values = await draw({ kind });
    expect(Math.abs(spread(values) - expected)).toBeLessThanOrEqual(0.03 * expected);
    expect(await draw({ kind })).toEqual(values);
  });

  it("leaves the filler's row and filling columns at zero", async () => {
    const values = await draw({ kind: 'pytorch-embedding', columns: 18, zeroFirst: true });
    const zeros = Array.from(values.keys()).filter((i) => values[i] === 0);
    expect(zeros).toEqual(Array.from(values.keys()).filter((i) => i < 20 || i % 20 >= 18));
  });
});
