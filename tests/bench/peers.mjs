// What others take for the steps that our models are compared with: plain TF.js layers on the software WebGPU adapter, PyTorch
// on the processor. The LSTM of TF.js takes most of a minute a step. `node tests/bench/peers.mjs [NAME ...]` prints it alone.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inBundledPage } from './support/bundled-page.mjs';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
/** Timed steps of each model, after one that warms up. */
export const PEER_STEPS = { lstm: 1, cnn: 5, mlp: 21 };

/** Milliseconds of PyTorch's LSTM step on so many threads; null where Python has no PyTorch. */
export function measurePyTorchLstm(threads = 2) {
  try {
    execFileSync(PYTHON, ['-c', 'import torch'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const script = join(import.meta.dirname, 'support/lstm.py');
  return JSON.parse(execFileSync(PYTHON, [script, String(threads)], { encoding: 'utf8' })).ms;
}

/** Milliseconds of a step of each of these models in plain TF.js layers. */
export function measureLayers(names = Object.keys(PEER_STEPS)) {
  return inBundledPage('peers', 'measurePeer', async (page) => {
    const times = {};
    for (const name of names) {
      const asked = [name, PEER_STEPS[name]];
      times[name] = await page.evaluate(([peer, steps]) => window.measurePeer(peer, steps), asked);
    }
    return times;
  });
}

/** Measures and gives the figures as rows. */
export async function run(names) {
  const times = await measureLayers(names);
  const pyTorch = measurePyTorchLstm();
  const rows = Object.entries(times).map(([name, value]) => {
    return { what: `${name} step, plain TF.js layers, WebGPU`, value, unit: 'ms' };
  });
  const what = 'lstm step, PyTorch, 2 threads';
  return [...rows, pyTorch ? { what, value: pyTorch, unit: 'ms' } : { what, value: 'no PyTorch' }];
}

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2);
  console.table(await run(names.length > 0 ? names : undefined));
}
