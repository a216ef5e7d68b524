// Typed arrays put together, and given back.

/** Joins arrays, in order. */
export function joinArrays(
  parts: readonly (Uint16Array | Uint32Array)[],
): Uint32Array<ArrayBuffer> {
  const whole = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Gives the memory of arrays back at once; they are empty then. Buffers that are left to the collector pile up, for it sees only
 * the small objects that hold them.
 */
export function release(...arrays: readonly { buffer: ArrayBuffer }[]): void {
  for (const { buffer } of arrays) if ('transfer' in buffer && !buffer.detached) buffer.transfer(0); // Firefox has it from 122 on
}
