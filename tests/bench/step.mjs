// One bag step on the software WebGPU adapter, ours against plain TF.js layers in the same browser, and what a step of the
// default training takes on both tiers. Each has its own optimizer: theirs dense Adam, ours as in models/bag.ts. `node tests/bench/step.mjs` prints it alone.
import { inBundledPage } from './support/bundled-page.mjs';

// Batch 128, 64 tokens, V = 10,000, D = 64, 4 classes: the sizes of the project's first measurement of plain TF.js.
const SMALL = { rows: 128, features: 64, tableRows: 10_000, width: 64, classes: 4, dropout: 0 };
// AG News as it is prepared by default: about 327,000 table rows, 80 features a row of which half are left out.
const TRAINING = {
  rows: 256,
  features: 80,
  tableRows: 327_000,
  width: 16,
  classes: 4,
  dropout: 0.5,
};
const TRAINING_STEPS = 1068; // 4 epochs of 68,243 rows

function measure() {
  return inBundledPage('step', 'measure', (page) =>
    page.evaluate(([small, training]) => window.measure(small, training), [SMALL, TRAINING]),
  );
}

/** Measures and gives the figures as rows. */
export async function run() {
  const { ours, oursAlone, layers, training, trainingWasm, ...dispatch } = await measure();
  const seconds = (ms) => (ms * TRAINING_STEPS) / 1000;
  return [
    { what: 'bag step, plain TF.js layers, WebGPU', value: layers, unit: 'ms' },
    { what: 'bag step, ours, 20 in a row', value: ours, unit: 'ms' },
    { what: 'bag step, ours, waited for', value: oursAlone, unit: 'ms' },
    {
      what: 'plain TF.js layers / ours, both waited for',
      value: layers / oursAlone,
      unit: 'times',
      bar: '>= 100',
    },
    { what: 'step of the default training, WebGPU', value: training, unit: 'ms' },
    { what: 'its 1,068 steps', value: seconds(training), unit: 's', bar: '<= 120' },
    { what: 'step of the default training, WASM tier', value: trainingWasm, unit: 'ms' },
    { what: 'its 1,068 steps, WASM tier', value: seconds(trainingWasm), unit: 's' },
    { what: 'processor for a dispatch, recorded', value: dispatch.dispatchRecorded, unit: 'µs' },
    {
      what: 'processor for a dispatch, replayed',
      value: dispatch.dispatchReplayed,
      unit: 'µs',
      bar: '<= 10',
    },
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await run());
