// Chooses a tier and opens it: a real GPU through WebGPU, else WebAssembly and plain loops on the processor.
import { fail } from '../core/errors';
import type { Device } from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Tier } from '../core/types';
import type { Backend } from './op';

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

function requestAdapter(): Promise<GPUAdapter | null> {
  return navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
}

/** Looks at what this browser offers and says which tier a choice means here; `gpu.none` if WebGPU was chosen in vain. */
export async function probe(choice: RunSettings['tier']): Promise<Device> {
  // 'gpu' is missing from insecure pages, and from browsers without WebGPU, whatever the types say.
  const hasWebGpu = 'gpu' in navigator;
  const adapter = hasWebGpu ? await requestAdapter() : null;
  const device = { ...describe(adapter), threads: countThreads() };
  if (choice === 'wasm') return { ...device, tier: 'wasm', why: 'chosen' };
  if (choice === 'webgpu') {
    if (!adapter) throw fail('no-gpu', 'gpu.none', {});
    return { ...device, tier: 'webgpu', why: 'chosen' };
  }
  if (!adapter) {
    const missing = hasWebGpu ? 'no-adapter' : 'no-webgpu';
    return { ...device, tier: 'wasm', why: isSecureContext ? missing : 'insecure' };
  }
  if (device.isSoftware) return { ...device, tier: 'wasm', why: 'software-gpu' };
  return { ...device, tier: 'webgpu', why: 'gpu' };
}

function describe(adapter: GPUAdapter | null): Pick<Device, 'adapter' | 'isSoftware'> {
  if (!adapter) return { adapter: null, isSoftware: false };
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const name = [vendor, architecture].filter((part) => part !== '').join(' ') || description;
  const isSoftware = isFallbackAdapter || SOFTWARE.test(`${name} ${description}`);
  return { adapter: name || 'WebGPU', isSoftware };
}

/** Threads that WebAssembly may use: they need memory shared between workers, which needs cross-origin isolation. */
function countThreads(): number {
  return crossOriginIsolated ? navigator.hardwareConcurrency : 1;
}

/** Opens a tier. After the device was lost another call opens a fresh one in the same worker. */
export async function createBackend(tier: Tier): Promise<Backend> {
  if (tier === 'wasm') return (await import('./wasm')).openWasm(countThreads());
  if (!('gpu' in navigator)) throw fail('no-gpu', 'gpu.none', {});
  const adapter = await requestAdapter();
  if (!adapter) throw fail('no-gpu', 'gpu.none', {});
  return (await import('./webgpu')).openWebGpu(adapter, describe(adapter).isSoftware);
}
