// A training step of every model: ours against plain TF.js layers on the software WebGPU adapter and against PyTorch on the processor,
// in one run; how many calls to the device it makes, what they cost the page's processor, and what share of the device it reaches.
// The plain LSTM takes most of a minute a step. `node tests/bench/models.mjs [ours]` prints it alone, `ours` without the peers.
import { measurePyTorchLstm } from './peers.mjs';
import { inBundledPage } from './support/bundled-page.mjs';

const STEPS = { bag: 21, linear: 21, mlp: 21, cnn: 7, lstm: 5 };
const WASM_STEPS = { bag: 21, linear: 21, mlp: 21, cnn: 9, lstm: 9 };
const PEER_STEPS = { mlp: 11, cnn: 3, lstm: 1 };
const BARS = { cnn: '>= 8', lstm: '>= 8' };

/** Ours on both tiers, and theirs, in the same page. */
function measure(withPeers) {
  return inBundledPage('models', 'measurePeer', async (page) => {
    const ours = (tier, steps) =>
      page.evaluate(([t, s]) => window.measureModels(t, s), [tier, steps]);
    const wasm = await ours('wasm', WASM_STEPS);
    const webgpu = await ours('webgpu', STEPS);
    const peers = {};
    for (const [name, steps] of withPeers ? Object.entries(PEER_STEPS) : [])
      peers[name] = await page.evaluate(([n, s]) => window.measurePeer(n, s), [name, steps]);
    return { wasm, webgpu, peers };
  });
}

/** A model's rows: time, calls, cost of a call, floor and the share of it that is reached. */
function rowsOf(name, tier, { ms, hostMs, hostAnewMs, dispatches, flop, bytes, loss }, device) {
  const floorMs = 1000 * Math.max(flop / device.flops, bytes / device.bytesPerSecond);
  const of = (what, value, unit, bar) => ({
    what: `${name} step, ${tier}: ${what}`,
    value,
    unit,
    bar,
  });
  return [
    of('time', ms, 'ms'),
    of('mean loss after it', loss, ''),
    of('calls to the device', dispatches, ''),
    ...(tier === 'WebGPU'
      ? [
          of('processor until handed over', hostMs, 'ms'),
          of('the same, recorded anew', hostAnewMs, 'ms'),
          of('processor for a call, plan included', (1000 * hostMs) / dispatches, 'µs'),
        ]
      : []),
    of('arithmetic', flop / 1e6, 'MFLOP'),
    of('memory at least', bytes / 1e6, 'MB'),
    of('floor at the device’s rates', floorMs, 'ms'),
    of('share of the floor reached', (100 * floorMs) / ms, '%'),
  ];
}

/** Measures and gives the figures as rows. */
export async function run(withPeers = true) {
  const { wasm, webgpu, peers } = await measure(withPeers);
  const pyTorch = withPeers ? measurePyTorchLstm() : null;
  const deviceRows = ({ device }, tier) => [
    { what: `matrix products, ${tier}`, value: device.flops / 1e9, unit: 'GFLOP/s' },
    { what: `memory moved, ${tier}`, value: device.bytesPerSecond / 1e9, unit: 'GB/s' },
  ];
  const modelRows = ({ figures, device }, tier) =>
    Object.entries(figures).flatMap(([name, found]) => rowsOf(name, tier, found, device));
  const peerRows = Object.entries(peers).flatMap(([name, theirs]) => [
    { what: `${name} step, plain TF.js layers, WebGPU`, value: theirs, unit: 'ms' },
    {
      what: `${name} step, plain layers / ours`,
      value: theirs / webgpu.figures[name].ms,
      unit: 'times',
      bar: BARS[name],
    },
  ]);
  const torchRows = pyTorch
    ? [
        { what: 'lstm step, PyTorch, 2 threads', value: pyTorch, unit: 'ms' },
        {
          what: 'lstm step, ours on WASM (1 thread) / PyTorch',
          value: wasm.figures.lstm.ms / pyTorch,
          unit: 'times',
          bar: '<= 3',
        },
      ]
    : [];
  return [
    ...deviceRows(webgpu, 'WebGPU'),
    ...deviceRows(wasm, 'WASM'),
    ...modelRows(webgpu, 'WebGPU'),
    ...modelRows(wasm, 'WASM'),
    ...peerRows,
    ...torchRows,
  ];
}

if (process.argv[1] === import.meta.filename) console.table(await run(process.argv[2] !== 'ours'));
