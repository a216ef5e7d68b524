// The train worker's backends: one a tier, opened when it is first needed, opened anew after a fault.
import type { Device } from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Tier } from '../core/types';
import { createBackend, probe } from '../nn/backend';
import type { Backend } from '../nn/op';

const opened = new Map<Tier, Promise<Backend>>();

/** The device that a choice of tier means here, and its backend. */
export async function openDevice(
  choice: RunSettings['tier'],
): Promise<{ device: Device; backend: Backend }> {
  const device = await probe(choice);
  return { device, backend: await backendOf(device.tier) };
}

/** The backend of a tier. */
export async function backendOf(tier: Tier): Promise<Backend> {
  const open = () => {
    const backend = createBackend(tier);
    opened.set(tier, backend);
    backend.catch(() => opened.delete(tier));
    return backend;
  };
  const backend = await (opened.get(tier) ?? open());
  if (isSound(backend)) return backend;
  closeBackend(tier);
  return open();
}

/** Forgets a tier's backend, so that the next use opens a fresh one. */
export function closeBackend(tier: Tier): void {
  const closing = opened.get(tier);
  opened.delete(tier);
  void closing?.then((backend) => backend.dispose()).catch(() => undefined);
}

function isSound(backend: Backend): boolean {
  try {
    backend.check(0);
    return true;
  } catch {
    return false;
  }
}
