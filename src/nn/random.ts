// The generator of core/random.ts in WGSL, and the draws of dropout: a stream for each layer and step, the same on both tiers.
import { STREAM, randomBits } from '../core/random';
import { PLAN } from './plan-head';

const STREAMS = 16; // kinds of streams apart
const LAYERS = 64; // of a network at most

/** Functions random_bits, and dropout_bits for kernels whose buffer is called `plan`. */
export const RANDOM_WGSL = /* wgsl */ `
fn random_bits(seed: u32, stream: u32, counter: u32) -> u32 {
  var x = seed * 1664525u + 1013904223u;
  var y = stream * 1664525u + 1013904223u;
  var z = counter * 1664525u + 1013904223u;
  x += y * z; y += z * x; z += x * y;
  x ^= x >> 16u; y ^= y >> 16u; z ^= z >> 16u;
  x += y * z; y += z * x;
  return z + x * y;
}
fn dropout_bits(layer: u32, counter: u32) -> u32 {
  let stream = ${STREAM.dropout}u + ${STREAMS}u * (layer + ${LAYERS}u * plan[${PLAN.step}]);
  return random_bits(plan[${PLAN.seed}], stream, counter);
}
`;

/** The stream of a layer's draws at the plan's step. */
export function dropoutStream(plan: Uint32Array<ArrayBuffer>, layer: number): number {
  return (STREAM.dropout + STREAMS * (layer + LAYERS * plan[PLAN.step])) >>> 0;
}

/** One draw of a layer for a number that may be dropped: it is where the draw is below dropThreshold(share). */
export function dropoutBits(
  plan: Uint32Array<ArrayBuffer>,
  layer: number,
  counter: number,
): number {
  return randomBits(plan[PLAN.seed], dropoutStream(plan, layer), counter);
}

/** The bound below which a draw of u32 falls with this probability. */
export function dropThreshold(share: number): number {
  return Math.floor(share * 2 ** 32);
}
