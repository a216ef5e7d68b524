// In the browser: times of one bag step, ours and that of plain TF.js layers, on the same WebGPU adapter; and what the processor
// pays for a dispatch.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { tensor2d } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { STREAM, randomUnit } from '../../../src/core/random';
import { Bag } from '../../../src/models/bag';
import { DEFAULT_BAG } from '../../../src/models/config';
import { createBackend } from '../../../src/nn/backend';
import { mostIds, type Examples } from '../../../src/nn/examples';
import type { Backend } from '../../../src/nn/op';
import { embeddingBag } from '../../../src/nn/ops/embedding-bag/op';
import { createPlainBackend } from '../../../src/nn/plain';
import { planWords } from '../../../src/nn/plan';

/** Sizes of a step. */
export interface StepSizes {
  rows: number;
  features: number; // of each row
  tableRows: number;
  width: number;
  classes: number;
  dropout: number; // share of features
}

/** Random rows; squared draws make some features common, as words are. */
function drawExamples({ rows, features, tableRows, classes }: StepSizes): Examples {
  const draw = (i: number) => randomUnit(1, STREAM.sample, i);
  const lists = {
    offsets: Uint32Array.from({ length: rows + 1 }, (_, row) => row * features),
    ids: Uint32Array.from({ length: rows * features }, (_, i) =>
      Math.floor(draw(i) ** 2 * tableRows),
    ),
  };
  const labels = Uint16Array.from({ length: rows }, (_, row) => row % classes);
  return { labels, features: lists, words: lists };
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Milliseconds of our step, device work and batch plan included: median of `times` runs of `steps` steps. */
async function timeOurs(backend: Backend, sizes: StepSizes, steps: number): Promise<number> {
  const examples = drawExamples(sizes);
  const { rows, tableRows, width, classes, dropout } = sizes;
  const batchFeatures = mostIds(examples.features, rows);
  const settings = { ...DEFAULT_BAG, width, featureDropout: dropout };
  const data = { tableRows, classes, batchRows: rows, batchFeatures };
  const model = new Bag(backend, { ...settings, ...data });
  const ones = (length: number) => new Float32Array(length).fill(1);
  model.initialise(1, { featureWeights: ones(tableRows), classWeights: ones(classes) });
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const times: number[] = [];
  let step = 0;
  for (let round = 0; round < 6; round++) {
    await model.readLosses();
    const start = performance.now();
    for (let i = 0; i < steps; i++) {
      const batch = { rows: order, length: 0, epoch: ++step };
      model.step(examples, batch, { step, learningRate: 0.001 });
    }
    await model.readLosses();
    if (round > 0) times.push((performance.now() - start) / steps);
  }
  model.dispose();
  backend.check(step);
  return median(times);
}

/** Milliseconds of trainOnBatch of the same model in plain layers. */
async function timeLayers(sizes: StepSizes, steps: number): Promise<number> {
  const { rows, features, tableRows, width, classes } = sizes;
  const model = sequential({
    layers: [
      layers.embedding({ inputDim: tableRows, outputDim: width, inputLength: features }),
      layers.globalAveragePooling1d({}),
      layers.dense({ units: classes, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const examples = drawExamples(sizes);
  const ids = tensor2d(Array.from(examples.features.ids), [rows, features]);
  const oneHot = Array.from({ length: rows * classes }, (_, i) =>
    examples.labels[Math.floor(i / classes)] === i % classes ? 1 : 0,
  );
  const labels = tensor2d(oneHot, [rows, classes]);
  const times: number[] = [];
  for (let step = 0; step <= steps; step++) {
    const start = performance.now();
    await model.trainOnBatch(ids, labels); // reads its loss, so it waits for the device
    if (step > 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** What tests/bench/step.mjs asks for. */
export interface StepTimes {
  ours: number;
  oursAlone: number;
  layers: number;
  training: number;
  trainingWasm: number;
  dispatchRecorded: number; // µs of the processor for each
  dispatchReplayed: number;
}

const DISPATCHES = 40; // as many as a network's step may have

/** Microseconds of the processor for a dispatch, recorded anew or replayed, with its share of one submit: median of 20 rounds. */
async function timeDispatch(backend: Backend, isReplayed: boolean): Promise<number> {
  const width = 4;
  const blocks = {
    plan: backend.create('u32', planWords(1, 1)), // no rows: the device has nothing to do
    table: backend.create('f32', width),
    importance: backend.create('f32', 1),
    bags: backend.create('f32', width),
    scales: backend.create('f32', 1),
  };
  const record = () => {
    for (let i = 0; i < DISPATCHES; i++) backend.run(embeddingBag, blocks, { width }, 1);
  };
  const capture = backend.capture(record);
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const start = performance.now();
    for (let i = 0; i < 10; i++) {
      if (isReplayed) capture.replay();
      else record();
      backend.submit();
    }
    times.push((1000 * (performance.now() - start)) / (10 * DISPATCHES));
    await backend.done();
  }
  for (const block of Object.values(blocks)) backend.free(block);
  return median(times);
}

/** Times in milliseconds a step. `training` has the sizes of the default training on AG News. */
async function measure(small: StepSizes, training: StepSizes): Promise<StepTimes> {
  const backend = await createBackend('webgpu');
  const ours = await timeOurs(backend, small, 20);
  const before = await timeOurs(backend, small, 1);
  const whole = await timeOurs(backend, training, 20);
  const trainingWasm = await timeOurs(createPlainBackend(), training, 20);
  const slow = await timeLayers(small, 3);
  const oursAlone = Math.max(before, await timeOurs(backend, small, 1)); // on either side, for the machine may be busy
  const dispatchRecorded = await timeDispatch(backend, false);
  const dispatchReplayed = await timeDispatch(backend, true);
  const dispatch = { dispatchRecorded, dispatchReplayed };
  return { ours, oursAlone, layers: slow, training: whole, trainingWasm, ...dispatch };
}

Object.assign(globalThis, { measure });
