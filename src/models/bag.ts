// The bag: weighted mean of n-gram embeddings, ReLU, then a linear layer and softmax; row-sparse RMSprop and Adam.
// Joulin et al. (2016), "Bag of Tricks for Efficient Text Classification", https://arxiv.org/abs/1607.01759
// A step is four dispatches: bags -> head and loss -> head's update -> table's update. There is no tape: the gradients are in
// closed form (see the ops), and the table's gradient never takes the table's shape.
// On the device the width is filled up with zeros to a multiple of 4. They stay zero: their slopes are zero, so are their updates.
import { fail } from '../core/errors';
import { STREAM, randomUnit } from '../core/random';
import { updateRates } from '../nn/adam';
import type { Backend, Block } from '../nn/op';
import { denseAdam } from '../nn/ops/dense-adam/op';
import { embeddingBag } from '../nn/ops/embedding-bag/op';
import { softmaxCrossEntropy } from '../nn/ops/softmax-cross-entropy/op';
import { sparseRmsprop } from '../nn/ops/sparse-rmsprop/op';
import { BatchPlan, HEAD, planWords, type Examples } from '../nn/plan';
import { LOSS_SLOTS, type Model, type StepInfo, type Weights } from './model';

/** Sizes that a bag is made for. */
export interface BagShape {
  tableRows: number; // V: ids of features are below it
  width: number; // numbers in an embedding
  robustness: number; // q of the loss, 0 to 1; see softmax-cross-entropy
  classes: number; // C
  batchRows: number; // B at most
  batchFeatures: number; // features of a batch; a longer one makes the plan's block grow
}

/** What only training needs: moments, step sizes, losses. */
interface Training {
  v: Block<'f32'>; // (V), mean squares of the table's rows
  moments: Block<'f32'>; // (D + 1, C, 2), of the head
  losses: Block<'f32'>; // (LOSS_SLOTS)
}

const SPREAD = 0.1; // fresh weights are even in [-SPREAD, SPREAD)
const RESULT_ROWS = 4096; // predictions that are read back at once

/** The bag of n-gram embeddings on either tier; owns its blocks until dispose(). */
export class Bag implements Model {
  readonly parameters: number;
  private readonly backend: Backend;
  private readonly shape: BagShape;
  private readonly width: number; // D: shape.width, filled up to a multiple of 4
  private readonly table: Block<'f32'>; // (V, D)
  private readonly importance: Block<'f32'>; // (V)
  private readonly head: Block<'f32'>; // (D + 1, C), the last row is the bias
  private readonly bags: Block<'f32'>; // (B, D)
  private readonly scales: Block<'f32'>; // (B)
  private readonly rates: Block<'f32'>; // see RATE
  private readonly slopes: Block<'f32'>; // (B, D)
  private readonly rowLosses: Block<'f32'>; // (B)
  private readonly probabilities: Block<'f32'>; // (RESULT_ROWS or B, C)
  private plan: Block<'u32'>;
  private training: Training | null = null;

  constructor(backend: Backend, shape: BagShape) {
    const { tableRows, classes, batchRows, batchFeatures } = shape;
    const width = 4 * Math.ceil(shape.width / 4);
    if (tableRows * width > backend.mostCells) {
      const most = 4 * Math.floor(backend.mostCells / tableRows / 4);
      const range = { option: 'width', least: 1, most, found: shape.width };
      throw fail('bad-config', 'config.range', range);
    }
    this.backend = backend;
    this.shape = shape;
    this.width = width;
    this.parameters = tableRows * shape.width + (shape.width + 1) * classes;
    this.table = backend.create('f32', tableRows * width);
    this.importance = backend.create('f32', tableRows);
    this.head = backend.create('f32', (width + 1) * classes);
    this.bags = backend.create('f32', batchRows * width);
    this.scales = backend.create('f32', batchRows);
    this.rates = backend.create('f32', 4);
    this.slopes = backend.create('f32', batchRows * width);
    this.rowLosses = backend.create('f32', batchRows);
    this.probabilities = backend.create('f32', Math.max(RESULT_ROWS, batchRows) * classes);
    this.plan = backend.create('u32', planWords(batchRows, batchFeatures));
  }

  initialise(seed: number, importance: Float32Array<ArrayBuffer>): void {
    const { tableRows, width, classes } = this.shape;
    const draw = (shape: [number, number], stream: number) => {
      const values = new Float32Array(shape[0] * shape[1]);
      for (let i = 0; i < values.length; i++)
        values[i] = SPREAD * (2 * randomUnit(seed, stream, i) - 1);
      return { shape, values };
    };
    this.importWeights({
      table: draw([tableRows, width], STREAM.init),
      importance: { shape: [tableRows], values: importance },
      weights: draw([width, classes], STREAM.init + 16),
      bias: { shape: [classes], values: new Float32Array(classes) },
    });
    const { v, moments } = this.startTraining();
    for (const block of [v, moments]) this.backend.clear(block);
  }

  step(plan: BatchPlan, { step, learningRate }: StepInfo): void {
    const { backend, table, importance, head, bags, rates, width } = this;
    const { slopes, rowLosses, probabilities } = this;
    const { classes, robustness, width: numbers } = this.shape;
    const { v, moments, losses } = this.startTraining();
    plan.words[HEAD.lossSlot] = (step - 1) % LOSS_SLOTS;
    backend.write(rates, updateRates(learningRate, step, robustness));
    this.forward(plan);
    backend.run(
      denseAdam,
      { plan: this.plan, bags, probabilities, w: head, moments, rates, rowLosses, losses },
      { width, classes },
      (width + 1) * classes + 1,
    );
    backend.run(
      sparseRmsprop,
      { plan: this.plan, slopes, importance, w: table, v, rates },
      { width, numbers },
      plan.segments,
    );
    backend.submit();
  }

  readLosses(): Promise<Float32Array<ArrayBuffer>> {
    return this.backend.read(this.startTraining().losses);
  }

  async predict(
    examples: Examples,
    rows: Uint32Array<ArrayBuffer>,
  ): Promise<Float32Array<ArrayBuffer>> {
    const { classes, batchRows, batchFeatures } = this.shape;
    const plan = new BatchPlan(0, batchRows, batchFeatures);
    const found = new Float32Array(rows.length * classes);
    const passRows = Math.max(RESULT_ROWS, batchRows);
    for (let first = 0; first < rows.length; first += passRows) {
      const last = Math.min(first + passRows, rows.length);
      for (let start = first; start < last; start += batchRows) {
        plan.fill(examples, rows, [start, Math.min(start + batchRows, last)], null);
        plan.words[HEAD.outRow] = start - first;
        this.forward(plan);
        this.backend.submit();
      }
      const values = await this.backend.read(this.probabilities);
      found.set(values.subarray(0, (last - first) * classes), first * classes);
    }
    return found;
  }

  async exportWeights(): Promise<Weights> {
    const { tableRows, width, classes } = this.shape;
    const table = repack(await this.backend.read(this.table), tableRows, this.width, width);
    const head = await this.backend.read(this.head);
    const importance = await this.backend.read(this.importance);
    return {
      table: { shape: [tableRows, width], values: table },
      importance: { shape: [tableRows], values: importance },
      weights: { shape: [width, classes], values: head.slice(0, width * classes) },
      bias: { shape: [classes], values: head.slice(this.width * classes) },
    };
  }

  importWeights({ table, importance, weights, bias }: Weights): void {
    const { tableRows, width, classes } = this.shape;
    const head = new Float32Array(this.head.length);
    head.set(weights.values);
    head.set(bias.values, this.width * classes);
    this.backend.write(this.table, repack(table.values, tableRows, width, this.width));
    this.backend.write(this.importance, importance.values);
    this.backend.write(this.head, head);
  }

  dispose(): void {
    const { table, importance, head, rates, plan } = this;
    const { bags, scales, slopes, rowLosses, probabilities } = this;
    const kept: Block[] = [table, importance, head, rates, plan];
    const blocks = [...kept, bags, scales, slopes, rowLosses, probabilities];
    if (this.training) {
      const { v, moments, losses } = this.training;
      blocks.push(v, moments, losses);
    }
    for (const block of blocks) this.backend.free(block);
    this.training = null;
  }

  /** Records bags, probabilities, losses and slopes of the plan's rows. */
  private forward(plan: BatchPlan): void {
    const { backend, table, importance, head, bags, scales, rates, width } = this;
    const { slopes, rowLosses, probabilities } = this;
    const { classes } = this.shape;
    if (plan.words.length > this.plan.length) {
      backend.free(this.plan);
      this.plan = backend.create('u32', plan.words.length);
    }
    backend.write(this.plan, plan.words, plan.length);
    backend.run(
      embeddingBag,
      { plan: this.plan, table, importance, bags, scales },
      { width },
      plan.rows * (width / 4),
    );
    backend.run(
      softmaxCrossEntropy,
      { plan: this.plan, bags, scales, head, rates, probabilities, rowLosses, slopes },
      { width, classes },
      plan.rows,
    );
  }

  /** Makes the blocks that prediction does without. */
  private startTraining(): Training {
    const { backend, head } = this;
    this.training ??= {
      v: backend.create('f32', this.shape.tableRows),
      moments: backend.create('f32', 2 * head.length),
      losses: backend.create('f32', LOSS_SLOTS),
    };
    return this.training;
  }
}

/** The same rows at another width: cut, or filled up with zeros. */
function repack(
  values: Float32Array<ArrayBuffer>,
  rows: number,
  from: number,
  to: number,
): Float32Array<ArrayBuffer> {
  if (from === to) return values;
  const packed = new Float32Array(rows * to);
  const kept = Math.min(from, to);
  for (let row = 0; row < rows; row++)
    packed.set(values.subarray(row * from, row * from + kept), row * to);
  return packed;
}
