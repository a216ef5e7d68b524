// In the browser: a training step of each of our models, at the sizes of the peers; what it takes, what the processor pays for it,
// how many calls it makes, and the least that it has to compute and to move.
import { STREAM, randomUnit } from '../../../src/core/random';
import type { ModelSettings } from '../../../src/core/settings';
import {
  DEFAULT_BAG,
  DEFAULT_CNN,
  DEFAULT_LINEAR,
  DEFAULT_LSTM,
  DEFAULT_MLP,
} from '../../../src/models/config';
import { createModel } from '../../../src/models/index';
import type { Model, StepWork } from '../../../src/models/model';
import { createBackend } from '../../../src/nn/backend';
import { mostIds, type Examples, type IdLists } from '../../../src/nn/examples';
import { Net } from '../../../src/nn/net';
import type { Backend, Op } from '../../../src/nn/op';
import { recordProduct } from '../../../src/nn/product';
import { PEER_SIZES, timeLayers, type PeerName } from './peers';

const { lstm, cnn, mlp } = PEER_SIZES;

/** A model with the rows of its batch. */
interface Case {
  settings: ModelSettings;
  rows: number;
  words: number; // of each row, for models that read them
  features: number; // of each row, for the others
  tableRows: number;
  classes: number;
}

const CASES: Record<string, Case> = {
  bag: {
    settings: { ...DEFAULT_BAG, width: 64, featureDropout: 0 },
    ...{ rows: 128, words: 0, features: 64, tableRows: 10_000, classes: 4 },
  },
  linear: {
    settings: DEFAULT_LINEAR,
    ...{ rows: 256, words: 0, features: 80, tableRows: 327_000, classes: 4 },
  },
  mlp: {
    settings: { ...DEFAULT_MLP, units: mlp.units, dropout: 0 },
    ...{ rows: mlp.rows, words: 0, features: mlp.inputs, tableRows: mlp.inputs, classes: 4 },
  },
  lstm: {
    settings: { ...DEFAULT_LSTM, pooling: 'last', dropout: 0, headDropout: 0 },
    ...{ rows: lstm.rows, words: lstm.words, features: 0, tableRows: lstm.tableRows, classes: 4 },
  },
  cnn: {
    settings: { ...DEFAULT_CNN, dropout: 0 },
    ...{ rows: cnn.rows, words: cnn.words, features: 0, tableRows: cnn.tableRows, classes: 4 },
  },
};

const OPTIMIZER = {
  optimizer: 'adam',
  momentum: 0,
  weightDecay: 0,
  clipNorm: 0,
  rareRows: true,
  rates: { table: 1, body: 1, head: 1 },
} as const;

/** Random ids from `first` on, common ones more often, as words are; a row's features are different ones. */
function drawLists(rows: number, length: number, tableRows: number): IdLists {
  const draw = (i: number) => randomUnit(1, STREAM.sample, i);
  const isWhole = length === tableRows; // every row has every feature, as the inputs of a dense layer
  return {
    offsets: Uint32Array.from({ length: rows + 1 }, (_, row) => row * length),
    ids: Uint32Array.from({ length: rows * length }, (_, i) =>
      isWhole ? i % length : 2 + Math.floor(draw(i) ** 2 * (tableRows - 2)),
    ),
  };
}

function drawExamples({ rows, words, features, tableRows, classes }: Case): Examples {
  return {
    labels: Uint16Array.from({ length: rows }, (_, row) => row % classes),
    words: drawLists(rows, words, tableRows),
    features: drawLists(rows, features, tableRows),
  };
}

function makeModel(backend: Backend, asked: Case, examples: Examples): Model {
  const { settings, rows, words, tableRows, classes } = asked;
  const data = { tableRows, wordRows: tableRows, classes, batchRows: rows, cut: 'end' as const };
  const batchFeatures = Math.max(1, mostIds(examples.features, rows));
  const shape = { ...data, batchFeatures, mostWords: Math.max(8, words) };
  const model = createModel(backend, settings, shape, OPTIMIZER);
  const ones = (length: number) => new Float32Array(length).fill(1);
  model.initialise(1, { featureWeights: ones(tableRows), classWeights: ones(classes) });
  return model;
}

/** What a step takes. */
export interface StepFigures extends StepWork {
  ms: number; // waited for, the median
  hostMs: number; // until it was handed over, plan included, the median
  hostAnewMs: number | null; // the same where every step is recorded anew; null on the WASM tier, which computes as it records
  loss: number; // of the last step: a model that learns nothing measures nothing
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** The same backend, but nothing recorded is kept: every replay records again. */
function recordingAnew(backend: Backend): Backend {
  const capture: Backend['capture'] = (record) => {
    const { dispatches } = backend.capture.call(anew, record);
    return { dispatches, replay: record };
  };
  const anew = Object.create(backend, { capture: { value: capture } }) as Backend;
  return anew;
}

/** Our figures of a model: replayed, and what the processor would pay without that. */
async function timeModel(backend: Backend, name: string, steps: number): Promise<StepFigures> {
  const replayed = await timeSteps(backend, name, steps);
  if (backend.tier === 'wasm') return { ...replayed, hostAnewMs: null };
  const { hostMs } = await timeSteps(recordingAnew(backend), name, steps);
  return { ...replayed, hostAnewMs: hostMs };
}

async function timeSteps(
  backend: Backend,
  name: string,
  steps: number,
): Promise<Omit<StepFigures, 'hostAnewMs'>> {
  const asked = CASES[name];
  const examples = drawExamples(asked);
  const model = makeModel(backend, asked, examples);
  const rows = Uint32Array.from({ length: asked.rows }, (_, row) => row);
  const [whole, host]: [number[], number[]] = [[], []];
  for (let step = 1; step <= steps + 2; step++) {
    const start = performance.now();
    model.step(examples, { rows, length: asked.words, epoch: step }, { step, learningRate: 0.001 });
    const handed = performance.now();
    await model.readLosses();
    if (step <= 2) continue; // kernels are made at the first
    host.push(handed - start);
    whole.push(performance.now() - start);
  }
  const loss = (await model.readLosses())[steps + 1];
  const work = model.work({ rows, length: asked.words, epoch: 1 });
  model.dispose();
  backend.check(steps);
  return { ...work, ms: median(whole), hostMs: median(host), loss };
}

/** Moves numbers, four at a time. */
const copy: Op<{ from: 'vec4f'; to: 'vec4f' }, never> = {
  name: 'copy',
  buffers: { from: 'vec4f', to: 'vec4f' },
  writes: ['to'],
  plain: ({ from, to }) => to.set(from),
  wgsl: /* wgsl */ `
fn run(i: u32) {
  if (i < arrayLength(&to)) { to[i] = from[i]; }
}
`,
};

/** The device's rate at the products of the LSTM, FLOP a second, and at moving memory, bytes a second. */
async function timeDevice(backend: Backend): Promise<{ flops: number; bytesPerSecond: number }> {
  const [rows, inner, columns] = [lstm.rows * lstm.words, lstm.width, 4 * lstm.units];
  const net = new Net(backend, { batch: 1, length: 0, planWords: 1 });
  const a = { block: net.float(rows * inner), row: inner };
  const b = { block: net.float(inner * columns), row: columns };
  const c = { block: net.float(rows * columns), row: columns };
  const product = backend.capture(() => recordProduct(net, { rows, inner, columns, a, b, c }));
  const to = net.float(rows * columns);
  const cells = rows * columns;
  const move = backend.capture(() => backend.run(copy, { from: c.block, to }, {}, cells / 4));
  const one = net.float(4);
  const timeOf = async (capture: typeof product) => {
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      await backend.done();
      const start = performance.now();
      for (let i = 0; i < 4; i++) capture.replay();
      backend.submit();
      await backend.read(one);
      if (round > 0) times.push((performance.now() - start) / 4);
    }
    return median(times);
  };
  const flops = (2 * rows * inner * columns) / ((await timeOf(product)) / 1000);
  const bytesPerSecond = (8 * cells) / ((await timeOf(move)) / 1000);
  net.dispose();
  return { flops, bytesPerSecond };
}

/** Figures of our models on a tier, and the device's own rates. */
export async function measureModels(tier: 'webgpu' | 'wasm', steps: Record<string, number>) {
  const backend = await createBackend(tier);
  const figures: Record<string, StepFigures> = {};
  for (const [name, count] of Object.entries(steps))
    figures[name] = await timeModel(backend, name, count);
  const device = await timeDevice(backend);
  return { figures, device };
}

/** Milliseconds of a step in plain TF.js layers, on the adapter that our models computed on. */
export function measurePeer(name: PeerName, steps: number): Promise<number> {
  return timeLayers(name, steps);
}
