// Opens the WASM tier: TF.js on WebAssembly for dense products, plain loops for our own ops.
import { setThreadsCount, setWasmPaths, type BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { env, findBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Backend } from './op';
import { PLAIN_PRODUCT } from './ops/matrix-product/op';
import { createWasmProduct } from './ops/matrix-product/wasm';
import { createPlainBackend, type Kernel } from './plain';

/** Loads TF.js's wasm backend with so many threads; more than one needs a cross-origin isolated page. */
export async function openWasm(threads: number): Promise<Backend> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  });
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads > 1);
  setThreadsCount(threads);
  await setBackend('wasm');
  const product = createWasmProduct(findBackend('wasm') as BackendWasm) as unknown as Kernel;
  return createPlainBackend({ [PLAIN_PRODUCT.name]: product });
}
