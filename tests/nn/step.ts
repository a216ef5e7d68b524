// One training step through the ops themselves, on any backend, with everything it computed read back.
import { RATE, updateRates } from '../../src/nn/adam';
import { mostIds, type Examples } from '../../src/nn/examples';
import type { Backend } from '../../src/nn/op';
import { denseAdam } from '../../src/nn/ops/dense-adam/op';
import { embeddingBag } from '../../src/nn/ops/embedding-bag/op';
import { softmaxCrossEntropy } from '../../src/nn/ops/softmax-cross-entropy/op';
import { sparseRmsprop } from '../../src/nn/ops/sparse-rmsprop/op';
import { BatchPlan, HEAD } from '../../src/nn/plan';
import { allRows, randomFloats } from './random-examples';

/** What a step starts from. */
export interface StepInput {
  examples: Examples;
  tableRows: number;
  width: number; // a multiple of 4
  classes: number;
  table: Float32Array<ArrayBuffer>;
  importance: Float32Array<ArrayBuffer>; // above 0
  classWeights: Float32Array<ArrayBuffer>;
  head: Float32Array<ArrayBuffer>;
  steps: number; // each on the whole of the examples
  learningRate: number;
  robustness: number;
}

/** Everything that the last step computed, and the weights after it. */
export type StepOutput = Record<
  | 'bags'
  | 'probabilities'
  | 'rowLosses'
  | 'slopes'
  | 'table'
  | 'scales'
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
  const importance = randomFloats(tableRows, 13).map((x) => 1.1 + x);
  const classWeights = randomFloats(classes, 14).map((x) => 1.1 + x);
  const head = randomFloats((width + 1) * classes, 12);
  return {
    examples,
    ...sizes,
    table,
    head,
    importance,
    classWeights,
    steps: 2,
    learningRate: 0.01,
    robustness: 0.3,
  };
}

/** Runs the four ops `steps` times and reads every block. */
export async function runSteps(backend: Backend, input: StepInput): Promise<StepOutput> {
  const { examples, tableRows, width, classes } = input;
  const rows = examples.labels.length;
  const plan = new BatchPlan(tableRows, rows, mostIds(examples.features, rows));
  plan.fill(examples, allRows(examples), [0, rows], { share: 0, seed: 1, epoch: 1 });
  const float = (length: number) => backend.create('f32', length);
  const planBlock = backend.create('u32', plan.words.length);
  const rates = float(RATE.classWeights + classes);
  const allRates = new Float32Array(rates.length);
  allRates.set(input.classWeights, RATE.classWeights);
  const importance = float(tableRows);
  const blocks = {
    bags: float(rows * width),
    probabilities: float(rows * classes),
    rowLosses: float(rows),
    slopes: float(rows * width),
    table: float(tableRows * width),
    scales: float(rows),
    v: float(tableRows),
    head: float((width + 1) * classes),
    moments: float(2 * (width + 1) * classes),
    losses: float(input.steps),
  };
  backend.write(blocks.table, input.table);
  backend.write(blocks.head, input.head);
  backend.write(importance, input.importance);
  for (let step = 1; step <= input.steps; step++) {
    plan.words[HEAD.lossSlot] = step - 1;
    backend.write(planBlock, plan.words, plan.length);
    allRates.set(updateRates(input.learningRate, step, input.robustness));
    backend.write(rates, allRates);
    const { bags, scales, probabilities, rowLosses, slopes } = blocks;
    const { head, moments, table, v, losses } = blocks;
    const shape = { width, classes };
    const pooled = { plan: planBlock, table, importance, bags, scales };
    backend.run(embeddingBag, pooled, { width }, rows * (width / 4));
    const judged = {
      plan: planBlock,
      bags,
      scales,
      head,
      rates,
      probabilities,
      rowLosses,
      slopes,
    };
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
    const sparse = { plan: planBlock, slopes, importance, w: table, v, rates };
    backend.run(sparseRmsprop, sparse, { width, numbers: width }, plan.segments);
    backend.submit();
  }
  const output: Partial<StepOutput> = {};
  for (const [name, block] of Object.entries(blocks)) {
    output[name as keyof StepOutput] = await backend.read(block);
  }
  for (const block of [planBlock, rates, importance, ...Object.values(blocks)]) backend.free(block);
  backend.check(0);
  return output as StepOutput;
}
