// One training step through the ops themselves, on any backend, with everything it computed read back.
import { adamRates } from '../../src/nn/adam';
import type { Backend } from '../../src/nn/op';
import { denseAdam } from '../../src/nn/ops/dense-adam/op';
import { embeddingBag } from '../../src/nn/ops/embedding-bag/op';
import { softmaxCrossEntropy } from '../../src/nn/ops/softmax-cross-entropy/op';
import { sparseAdam } from '../../src/nn/ops/sparse-adam/op';
import { BatchPlan, HEAD, mostFeatures, type Examples } from '../../src/nn/plan';
import { allRows, randomFloats } from './random-examples';

/** What a step starts from. */
export interface StepInput {
  examples: Examples;
  tableRows: number;
  width: number; // a multiple of 4
  classes: number;
  table: Float32Array<ArrayBuffer>;
  head: Float32Array<ArrayBuffer>;
  steps: number; // each on the whole of the examples
  learningRate: number;
}

/** Everything that the last step computed, and the weights after it. */
export type StepOutput = Record<
  | 'bags'
  | 'probabilities'
  | 'rowLosses'
  | 'slopes'
  | 'table'
  | 'm'
  | 'v'
  | 'head'
  | 'moments'
  | 'losses',
  Float32Array<ArrayBuffer>
>;

/** Random weights for examples. */
export function randomInput(
  examples: Examples,
  sizes: { tableRows: number; width: number; classes: number },
): StepInput {
  const { tableRows, width, classes } = sizes;
  const table = randomFloats(tableRows * width, 11);
  const head = randomFloats((width + 1) * classes, 12);
  return { examples, ...sizes, table, head, steps: 2, learningRate: 0.01 };
}

/** Runs the four ops `steps` times and reads every block. */
export async function runSteps(backend: Backend, input: StepInput): Promise<StepOutput> {
  const { examples, tableRows, width, classes } = input;
  const rows = examples.labels.length;
  const plan = new BatchPlan(tableRows, rows, mostFeatures(examples, rows));
  plan.fill(examples, allRows(examples), [0, rows], { share: 0, seed: 1, epoch: 1 });
  const float = (length: number) => backend.create('f32', length);
  const planBlock = backend.create('u32', plan.words.length);
  const rates = float(2);
  const blocks = {
    bags: float(rows * width),
    probabilities: float(rows * classes),
    rowLosses: float(rows),
    slopes: float(rows * width),
    table: float(tableRows * width),
    m: float(tableRows * width),
    v: float(tableRows * width),
    head: float((width + 1) * classes),
    moments: float(2 * (width + 1) * classes),
    losses: float(input.steps),
  };
  backend.write(blocks.table, input.table);
  backend.write(blocks.head, input.head);
  for (let step = 1; step <= input.steps; step++) {
    plan.words[HEAD.lossSlot] = step - 1;
    backend.write(planBlock, plan.words, plan.length);
    backend.write(rates, Float32Array.from(adamRates(input.learningRate, step)));
    const { bags, probabilities, rowLosses, slopes, head, moments, table, m, v, losses } = blocks;
    const shape = { width, classes };
    backend.run(embeddingBag, { plan: planBlock, table, bags }, { width }, rows * (width / 4));
    const judged = { plan: planBlock, bags, head, probabilities, rowLosses, slopes };
    backend.run(softmaxCrossEntropy, judged, shape, rows);
    const dense = {
      plan: planBlock,
      bags,
      probabilities,
      w: head,
      moments,
      rates,
      rowLosses,
      losses,
    };
    backend.run(denseAdam, dense, shape, (width + 1) * classes + 1);
    const sparse = { plan: planBlock, slopes, w: table, m, v, rates };
    backend.run(sparseAdam, sparse, { width }, plan.segments * (width / 4));
    backend.submit();
  }
  const output: Partial<StepOutput> = {};
  for (const [name, block] of Object.entries(blocks)) {
    output[name as keyof StepOutput] = await backend.read(block);
  }
  for (const block of [planBlock, rates, ...Object.values(blocks)]) backend.free(block);
  backend.check(0);
  return output as StepOutput;
}
