// Opens the WebGPU tier: a device with the adapter's own limits, TF.js's backend on it, our ops beside.
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  env,
  findBackend,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { fail, type AppError } from '../core/errors';
import type { Backend } from './op';
import { createProgramBackend } from './program';

const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const;

/** Opens a device and makes TF.js compute on it; a backend opened before is closed. */
export async function openWebGpu(adapter: GPUAdapter, isSoftware: boolean): Promise<Backend> {
  const requiredLimits = Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]]));
  const device = await adapter.requestDevice({ requiredLimits });
  let fault: ((step: number) => AppError) | null = null;
  void device.lost.then(({ reason, message }) => {
    fault ??= (step) => fail('gpu-lost', 'gpu.lost', { reason: message || reason, step });
  });
  device.addEventListener('uncapturederror', ({ error }) => {
    fault ??= () => fail('bug', 'gpu.error', { reason: error.message });
  });

  if (findBackendFactory('webgpu')) removeBackend('webgpu'); // TF.js's own way to open it, or one of ours
  const tfBackend = new WebGPUBackend(device, adapter.info);
  registerBackend('webgpu', () => tfBackend);
  env().set('WEBGPU_CPU_FORWARD', false); // else TF.js computes small tensors on the processor, and our in-place writes are missed
  await setBackend('webgpu');
  const check = (step: number) => {
    if (fault) throw fault(step);
  };
  const end = () => {
    if (findBackend('webgpu') === tfBackend) removeBackend('webgpu');
    device.destroy();
  };
  return createProgramBackend(tfBackend, isSoftware, check, end);
}
