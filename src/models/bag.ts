// The bag: weighted mean of n-gram embeddings, ReLU, then a linear layer and softmax; row-sparse RMSprop and Adam.
// Joulin et al. (2016), "Bag of Tricks for Efficient Text Classification", https://arxiv.org/abs/1607.01759
// A step is four dispatches: bags -> head and loss -> head's update -> table's update. There is no tape: the gradients are in
// closed form (see the ops), and the table's gradient never takes the table's shape. They are recorded once and replayed.
// The updates are the bag's own: of the training's settings it follows the rate, the schedule and the weights of classes;
// optimizer, momentum, decay and clipping are for networks.
// On the device the width is filled up with zeros to a multiple of 4. They stay zero: their slopes are zero, so are their updates.
import { fail } from '../core/errors';
import { STREAM, randomUnit } from '../core/random';
import { RATE, updateRates } from '../nn/adam';
import type { Examples } from '../nn/examples';
import type { Backend, Block, Capture } from '../nn/op';
import { denseAdam } from '../nn/ops/dense-adam/op';
import { embeddingBag } from '../nn/ops/embedding-bag/op';
import { softmaxCrossEntropy } from '../nn/ops/softmax-cross-entropy/op';
import { sparseRmsprop } from '../nn/ops/sparse-rmsprop/op';
import { BatchPlan, HEAD, planWords } from '../nn/plan';
import { bagWork } from './bag-work';
import {
  LOSS_SLOTS,
  type Batch,
  type Facts,
  type Model,
  type StepInfo,
  type StepWork,
  type Weights,
} from './model';
import { repack } from './repack';

/** What a bag is made for. */
export interface BagShape {
  tableRows: number; // V: ids of features are below it
  width: number; // numbers in an embedding
  featureDropout: number; // share of a training row's features left out
  weighFeatures: boolean; // by how much they tell about the classes, else all alike
  robustness: number; // q of the loss, 0 to 1; see softmax-cross-entropy
  classes: number; // C
  batchRows: number; // B at most
  batchFeatures: number; // features of a batch; a longer one makes the plan's block grow
  tableRate?: number; // of the embeddings, times the learning rate; 1 unless told, 0 = they stay as they are
}

/** What only training needs: moments, step sizes, losses, the plan with its segments. */
interface Training {
  v: Block<'f32'>; // (V), mean squares of the table's rows
  moments: Block<'f32'>; // (D + 1, C, 2), of the head
  losses: Block<'f32'>; // (LOSS_SLOTS)
  plan: BatchPlan;
}

/** The two halves of a step, recorded once and replayed; anew when the plan's block has grown. */
interface Captures {
  forward: Capture;
  update: Capture | null; // once there is training
}

const SPREAD = 0.1; // fresh weights are even in [-SPREAD, SPREAD)
const RESULT_ROWS = 4096; // predictions that are read back at once

/** The bag of n-gram embeddings on either tier; owns its blocks until dispose(). */
export class Bag implements Model {
  readonly parameters: number;
  readonly reads = 'features';
  readonly featureWeights: Model['featureWeights'];
  private readonly backend: Backend;
  private readonly shape: BagShape;
  private readonly tableRate: number;
  private readonly width: number; // D: shape.width, filled up to a multiple of 4
  private readonly table: Block<'f32'>; // (V, D)
  private readonly importance: Block<'f32'>; // (V)
  private readonly head: Block<'f32'>; // (D + 1, C), the last row is the bias
  private readonly bags: Block<'f32'>; // (B, D)
  private readonly scales: Block<'f32'>; // (B)
  private readonly rates: Block<'f32'>; // (4 + C), see RATE
  private readonly slopes: Block<'f32'>; // (B, D)
  private readonly rowLosses: Block<'f32'>; // (B)
  private readonly probabilities: Block<'f32'>; // (RESULT_ROWS or B, C)
  private readonly reading: BatchPlan; // of predictions
  private plan: Block<'u32'>;
  private underWay: BatchPlan; // the plan that the block holds
  private captures: Captures | null = null;
  private training: Training | null = null;
  private seed = 0;

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
    this.featureWeights = shape.weighFeatures ? 'log-count-ratio' : 'ones';
    this.tableRate = shape.tableRate ?? 1;
    this.width = width;
    this.parameters = tableRows * shape.width + (shape.width + 1) * classes;
    this.table = backend.create('f32', tableRows * width);
    this.importance = backend.create('f32', tableRows);
    this.head = backend.create('f32', (width + 1) * classes);
    this.bags = backend.create('f32', batchRows * width);
    this.scales = backend.create('f32', batchRows);
    this.rates = backend.create('f32', RATE.classWeights + classes);
    this.slopes = backend.create('f32', batchRows * width);
    this.rowLosses = backend.create('f32', batchRows);
    this.probabilities = backend.create('f32', Math.max(RESULT_ROWS, batchRows) * classes);
    this.reading = new BatchPlan(0, batchRows, batchFeatures);
    this.underWay = this.reading;
    this.plan = backend.create('u32', planWords(batchRows, batchFeatures));
  }

  initialise(seed: number, { featureWeights, classWeights }: Facts): void {
    const { backend } = this;
    const { tableRows, width, classes } = this.shape;
    const draw = (length: number, stream: number) => {
      const values = new Float32Array(length);
      for (let i = 0; i < length; i++) values[i] = SPREAD * (2 * randomUnit(seed, stream, i) - 1);
      return values;
    };
    this.writeTable(draw(tableRows * width, STREAM.init));
    backend.write(this.importance, featureWeights);
    const head = new Float32Array(this.head.length); // the bias begins with zeros
    head.set(draw(width * classes, STREAM.init + 16));
    backend.write(this.head, head);
    const rates = new Float32Array(this.rates.length);
    rates.set(classWeights, RATE.classWeights);
    backend.write(this.rates, rates);
    const { v, moments } = this.startTraining();
    for (const block of [v, moments]) backend.clear(block);
    this.seed = seed;
  }

  step(examples: Examples, { rows, epoch }: Batch, { step, learningRate }: StepInfo): void {
    const { backend, seed } = this;
    const { featureDropout: share, robustness } = this.shape;
    const { plan } = this.startTraining();
    plan.fill(examples, rows, [0, rows.length], { share, seed, epoch });
    plan.words[HEAD.lossSlot] = (step - 1) % LOSS_SLOTS;
    const rates = updateRates(learningRate, step, robustness);
    rates[RATE.tableStep] *= this.tableRate;
    backend.write(this.rates, rates);
    const { forward, update } = this.upload(plan);
    forward.replay();
    update?.replay();
    backend.submit();
  }

  /** Counted on the last step's features; before the first one, on the most that a batch can have. */
  work({ rows }: Batch): StepWork {
    const { classes, batchRows, batchFeatures, featureDropout } = this.shape;
    const most = (1 - featureDropout) * batchFeatures;
    const last = this.training?.plan;
    const known = last?.rows ? last : { rows: batchRows, features: most, segments: most };
    const share = rows.length / known.rows;
    return bagWork(
      { rows: rows.length, features: share * known.features, segments: share * known.segments },
      { width: this.width, classes, isFrozen: this.tableRate === 0 },
    );
  }

  readLosses(): Promise<Float32Array<ArrayBuffer>> {
    return this.backend.read(this.startTraining().losses);
  }

  async predict(
    examples: Examples,
    rows: Uint32Array<ArrayBuffer>,
  ): Promise<Float32Array<ArrayBuffer>> {
    const { backend, reading } = this;
    const { classes, batchRows } = this.shape;
    const found = new Float32Array(rows.length * classes);
    const passRows = Math.max(RESULT_ROWS, batchRows);
    for (let first = 0; first < rows.length; first += passRows) {
      const last = Math.min(first + passRows, rows.length);
      for (let start = first; start < last; start += batchRows) {
        reading.fill(examples, rows, [start, Math.min(start + batchRows, last)], null);
        reading.words[HEAD.outRow] = start - first;
        this.upload(reading).forward.replay();
        backend.submit();
      }
      const values = await backend.read(this.probabilities);
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

  async importWeights(weights: Weights): Promise<void> {
    const { backend } = this;
    const { tableRows, width, classes } = this.shape;
    const fitting = (name: string, length: number) => {
      const given = weights[name] as Weights[string] | undefined;
      return given?.values.length === length ? given.values : null;
    };
    const [table, importance] = [
      fitting('table', tableRows * width),
      fitting('importance', tableRows),
    ];
    if (table) this.writeTable(table);
    if (importance) backend.write(this.importance, importance);
    const [kernel, bias] = [fitting('weights', width * classes), fitting('bias', classes)];
    if (!kernel && !bias) return;
    const head = await backend.read(this.head);
    if (kernel) head.set(kernel);
    if (bias) head.set(bias, this.width * classes);
    backend.write(this.head, head);
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
    this.captures = null;
  }

  private writeTable(values: Float32Array<ArrayBuffer>): void {
    const { tableRows, width } = this.shape;
    this.backend.write(this.table, repack(values, tableRows, width, this.width));
  }

  /** Writes a plan to its block, and gives what is to be replayed over it. */
  private upload(plan: BatchPlan): Captures {
    const { backend } = this;
    if (plan.words.length > this.plan.length) {
      backend.free(this.plan);
      this.plan = backend.create('u32', plan.words.length);
      this.captures = null;
    }
    backend.write(this.plan, plan.words, plan.length);
    this.underWay = plan;
    const { training } = this;
    this.captures ??= { forward: backend.capture(() => this.recordForward()), update: null };
    if (training) this.captures.update ??= backend.capture(() => this.recordUpdate(training));
    return this.captures;
  }

  /** Bags, probabilities, losses and slopes of the plan's rows. */
  private recordForward(): void {
    const { backend, plan, table, importance, head, bags, scales, rates, width } = this;
    const { slopes, rowLosses, probabilities } = this;
    const { classes } = this.shape;
    backend.run(
      embeddingBag,
      { plan, table, importance, bags, scales },
      { width },
      () => this.underWay.rows * (width / 4),
    );
    backend.run(
      softmaxCrossEntropy,
      { plan, bags, scales, head, rates, probabilities, rowLosses, slopes },
      { width, classes },
      () => this.underWay.rows,
    );
  }

  /** The head's update and the mean loss, then the table's update unless it is frozen. */
  private recordUpdate({ v, moments, losses }: Training): void {
    const { backend, plan, table, importance, head, bags, rates, width } = this;
    const { slopes, rowLosses, probabilities } = this;
    const { classes, width: numbers } = this.shape;
    backend.run(
      denseAdam,
      { plan, bags, probabilities, w: head, moments, rates, rowLosses, losses },
      { width, classes },
      (width + 1) * classes + 1,
    );
    if (this.tableRate === 0) return;
    backend.run(
      sparseRmsprop,
      { plan, slopes, importance, w: table, v, rates },
      { width, numbers },
      () => this.underWay.segments,
    );
  }

  /** Makes what prediction does without. */
  private startTraining(): Training {
    const { backend, head } = this;
    const { tableRows, batchRows, batchFeatures } = this.shape;
    this.training ??= {
      v: backend.create('f32', tableRows),
      moments: backend.create('f32', 2 * head.length),
      losses: backend.create('f32', LOSS_SLOTS),
      plan: new BatchPlan(tableRows, batchRows, batchFeatures),
    };
    return this.training;
  }
}
