// A network of layers as a model: the batch's plan, the layers, the loss, the optimizer. Every way through it is recorded once
// for each length of texts and then replayed, so a step costs one write, one plan and a handful of calls on the processor.
import type { Examples } from '../nn/examples';
import { recordLoss } from '../nn/loss';
import type { Net, Pass } from '../nn/net';
import type { Block, Capture } from '../nn/op';
import { Optimizer, type OptimizerSettings } from '../nn/optimizer';
import { PLAN } from '../nn/plan-head';
import {
  LOSS_SLOTS,
  type Batch,
  type Facts,
  type Model,
  type StepInfo,
  type StepWork,
  type Weights,
} from './model';
import type { StepCounts } from './floor';
import type { Network } from './network';
import { repack } from './repack';
import { mostCounts, workOf } from './step-work';

const RESULT_ROWS = 4096; // predictions that are read back at once
const FEATURE_WEIGHTS = 'feature weights';

/** Trains and asks a network; owns it until dispose(). */
export class NeuralModel implements Model {
  readonly parameters: number;
  readonly reads: Model['reads'];
  readonly featureWeights: Model['featureWeights'];
  private readonly network: Network;
  private readonly net: Net;
  private readonly classes: number;
  private readonly settings: OptimizerSettings;
  private readonly optimizer: Optimizer;
  private readonly classWeights: Block<'f32'>; // (C)
  private readonly probabilities: Block<'f32'>; // (RESULT_ROWS + B, C)
  private readonly rowLosses: Block<'f32'>; // (B)
  private readonly losses: Block<'f32'>; // (LOSS_SLOTS)
  private readonly captures = new Map<string, Capture>();
  private facts: Float32Array<ArrayBuffer> | null = null; // feature weights
  private seed = 0;
  private latest: StepCounts | null = null; // of the latest step

  constructor(network: Network, settings: OptimizerSettings) {
    const { net, tables, data } = network;
    const { classes } = data;
    this.network = network;
    this.net = net;
    this.classes = classes;
    this.settings = settings;
    this.reads = network.reads;
    this.featureWeights = network.featureWeights;
    const tableNumbers = tables.reduce((sum, { table, numbers }) => sum + table.rows * numbers, 0);
    this.parameters = net.parameters.count + tableNumbers;
    this.optimizer = new Optimizer(
      net,
      tables.map(({ table }) => table),
      settings,
    );
    this.classWeights = net.float(classes);
    this.probabilities = net.float((RESULT_ROWS + net.batch) * classes);
    this.rowLosses = net.float(net.batch);
    this.losses = net.float(LOSS_SLOTS);
  }

  initialise(seed: number, { featureWeights, classWeights }: Facts): void {
    this.seed = seed;
    this.net.parameters.initialise(seed);
    for (const table of this.network.tables) table.initialise(seed);
    this.net.backend.write(this.classWeights, classWeights);
    this.weighFeatures(featureWeights);
    this.optimizer.reset();
  }

  step(examples: Examples, { rows, length }: Batch, { step, learningRate }: StepInfo): void {
    const { planner } = this.network;
    const lossSlot = (step - 1) % LOSS_SLOTS;
    const { seed } = this;
    planner.fill(examples, rows, { length, step, seed, outRow: 0, lossSlot, withSegments: true });
    const { [PLAN.entries]: entries, [PLAN.segments]: touched } = planner.words;
    this.latest = { length, entries, touched };
    const rates = this.optimizer.rates(step, learningRate);
    new Float32Array(planner.words.buffer).set(rates, PLAN.rates);
    this.play({ length, isTraining: true });
  }

  work({ length }: Batch): StepWork {
    const { dispatches } = this.captureOf({ length, isTraining: true });
    const counts = this.latest?.length === length ? this.latest : mostCounts(this.network, length);
    return { dispatches, ...workOf(this.network, this.settings, counts) };
  }

  readLosses(): Promise<Float32Array<ArrayBuffer>> {
    return this.net.backend.read(this.losses);
  }

  async predict(
    examples: Examples,
    rows: Uint32Array<ArrayBuffer>,
  ): Promise<Float32Array<ArrayBuffer>> {
    const { classes } = this;
    const found = new Float32Array(rows.length * classes);
    const places = this.byLength(examples, rows);
    for (let first = 0; first < places.length; first += RESULT_ROWS) {
      const pass = places.subarray(first, first + RESULT_ROWS);
      this.predictPass(
        examples,
        pass.map((place) => rows[place]),
      );
      const values = await this.net.backend.read(this.probabilities);
      pass.forEach((place, i) =>
        found.set(values.subarray(i * classes, (i + 1) * classes), place * classes),
      );
    }
    return found;
  }

  async exportWeights(): Promise<Weights> {
    const weights: Weights = await this.net.parameters.read();
    for (const { table, numbers } of this.network.tables) {
      const values = await this.net.backend.read(table.values);
      const packed = repack(values, table.rows, table.width, numbers);
      weights[table.name] = { shape: [table.rows, numbers], values: packed };
    }
    const { facts } = this;
    if (facts) weights[FEATURE_WEIGHTS] = { shape: [facts.length], values: facts.slice() };
    return weights;
  }

  async importWeights(weights: Weights): Promise<void> {
    const { backend } = this.net;
    for (const { table, numbers } of this.network.tables) {
      const given = weights[table.name] as Weights[string] | undefined;
      if (given?.values.length !== table.rows * numbers) continue;
      this.importFacts(weights);
      backend.write(table.values, repack(given.values, table.rows, numbers, table.width));
    }
    await this.net.parameters.write(weights);
  }

  dispose(): void {
    this.net.dispose();
    this.captures.clear();
  }

  /** Feature weights say which feature each row of the table is of, so they come with it. */
  private importFacts({ [FEATURE_WEIGHTS]: facts }: Partial<Weights>): void {
    if (facts?.values.length === this.network.data.tableRows) this.weighFeatures(facts.values);
  }

  private weighFeatures(weights: Float32Array<ArrayBuffer>): void {
    if (this.featureWeights === 'ones') return;
    this.facts = weights;
    this.network.planner.setFeatureWeights?.(weights);
  }

  /** Records the plan's upload and a way through the network, and hands it over. */
  private play(pass: Pass): void {
    const { planner } = this.network;
    const { backend, plan } = this.net;
    const capture = this.captureOf(pass);
    backend.write(plan, planner.words, planner.length);
    capture.replay();
    backend.submit();
  }

  private captureOf(pass: Pass): Capture {
    const key = JSON.stringify(pass);
    const found = this.captures.get(key);
    if (found) return found;
    const capture = this.net.backend.capture(() => this.record(pass));
    this.captures.set(key, capture);
    return capture;
  }

  private record(pass: Pass): void {
    const { layers, logits, outputs, loss } = this.network;
    const { classes, classWeights, probabilities, rowLosses, losses } = this;
    for (const layer of layers) layer.forward(pass);
    const { isTraining } = pass;
    const blocks = { classWeights, probabilities, rowLosses, losses };
    recordLoss(this.net, { ...loss, ...blocks, logits, outputs, classes, isTraining });
    if (!isTraining) return;
    for (const layer of layers.toReversed()) layer.backward(pass);
    this.optimizer.record();
  }

  /** Answers at most RESULT_ROWS rows, batch after batch, into the block of probabilities. */
  private predictPass(examples: Examples, rows: Uint32Array<ArrayBuffer>): void {
    const { batch } = this.net;
    const { seed } = this;
    for (let start = 0; start < rows.length; start += batch) {
      const part = rows.slice(start, start + batch);
      const length = this.network.lengthOf(longest(examples, part));
      const info = { length, step: 0, seed, outRow: start, lossSlot: 0, withSegments: false };
      this.network.planner.fill(examples, part, info);
      this.play({ length, isTraining: false });
    }
  }

  /** Places of rows, short texts first, so that batches are as short as they can be. */
  private byLength({ words }: Examples, rows: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const places = Uint32Array.from(rows.keys());
    if (this.reads === 'features') return places;
    const lengthOf = (place: number) => words.offsets[rows[place] + 1] - words.offsets[rows[place]];
    return places.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
  }
}

function longest({ words }: Examples, rows: Uint32Array<ArrayBuffer>): number {
  return rows.reduce((most, row) => Math.max(most, words.offsets[row + 1] - words.offsets[row]), 0);
}
