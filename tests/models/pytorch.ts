// The bag trained from the weights and rows of fixtures/bag.json, to be compared with PyTorch's numbers there.
import { Bag } from '../../src/models/bag';
import { DEFAULT_BAG } from '../../src/models/config';
import type { Weights } from '../../src/models/model';
import type { Examples } from '../../src/nn/examples';
import type { Backend } from '../../src/nn/op';
import fixture from './fixtures/bag.json';

const { sizes } = fixture;

/** The fixture's rows as examples. */
export function fixtureExamples(): Examples {
  const offsets = new Uint32Array(fixture.rows.length + 1);
  fixture.rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
  const lists = { offsets, ids: Uint32Array.from(fixture.rows.flat()) };
  return { labels: Uint16Array.from(fixture.labels), features: lists, words: lists };
}

function named({ table, weights, bias }: typeof fixture.start): Weights {
  const { tableRows, width, classes } = sizes;
  return {
    table: { shape: [tableRows, width], values: Float32Array.from(table) },
    importance: { shape: [tableRows], values: Float32Array.from(fixture.importance) },
    weights: { shape: [width, classes], values: Float32Array.from(weights) },
    bias: { shape: [classes], values: Float32Array.from(bias) },
  };
}

/** Weights after training, as PyTorch has them. */
export const pytorchEnd = named(fixture.end);
/** Losses of the steps, as PyTorch has them. */
export const pytorchLosses = fixture.losses;

/** Trains as the fixture's script does. */
export async function trainFixture(
  backend: Backend,
): Promise<{ losses: Float32Array; weights: Weights }> {
  const examples = fixtureExamples();
  const { tableRows, width, classes, batch, learningRate, robustness } = sizes;
  const data = { tableRows, classes, batchRows: batch, batchFeatures: 8 * batch };
  const settings = { ...DEFAULT_BAG, width, featureDropout: 0, robustness };
  const model = new Bag(backend, { ...settings, ...data });
  const start = named(fixture.start);
  const classWeights = new Float32Array(classes).fill(1);
  model.initialise(1, { featureWeights: start.importance.values, classWeights });
  await model.importWeights(start);
  const order = Uint32Array.from(fixture.rows, (_, row) => row);
  for (let step = 1; step <= pytorchLosses.length; step++) {
    const first = ((step - 1) % (order.length / batch)) * batch;
    const rows = order.subarray(first, first + batch);
    model.step(examples, { rows, length: 0, epoch: 1 }, { step, learningRate });
  }
  const losses = (await model.readLosses()).slice(0, pytorchLosses.length);
  const weights = await model.exportWeights();
  model.dispose();
  return { losses, weights };
}
