// In the browser: the models of plain TF.js layers alone, for tests/bench/peers.mjs.
import { createBackend } from '../../../src/nn/backend';
import { timeLayers, type PeerName } from './peers';

/** Milliseconds a step, of so many after one that warms up. */
async function measurePeer(name: PeerName, steps: number): Promise<number> {
  const backend = await createBackend('webgpu');
  const ms = await timeLayers(name, steps);
  backend.check(steps);
  backend.dispose();
  return ms;
}

Object.assign(globalThis, { measurePeer });
