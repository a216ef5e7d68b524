// A 128-bit fingerprint of a text's bytes: MurmurHash3_x86_128 of Appleby (2011), public domain, https://github.com/aappleby/smhasher
// Among ten million texts two different ones share a fingerprint with a probability below 1e-24.

/** Numbers in a fingerprint. */
export const FINGERPRINT_WORDS = 4;

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

/** Writes the fingerprint of bytes[start] to bytes[end] into out[at] and the three places behind it. */
export function fingerprint(
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  out: Uint32Array,
  at: number,
): void {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  let i = start;
  for (; i + 16 <= end; i += 16) {
    h1 ^= Math.imul(rotate(Math.imul(read(bytes, i), C1), 15), C2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(read(bytes, i + 4), C2), 16), C3);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(read(bytes, i + 8), C3), 17), C4);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(read(bytes, i + 12), C4), 18), C1);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  h4 ^= Math.imul(rotate(Math.imul(tail(bytes, i + 12, end), C4), 18), C1);
  h3 ^= Math.imul(rotate(Math.imul(tail(bytes, i + 8, end), C3), 17), C4);
  h2 ^= Math.imul(rotate(Math.imul(tail(bytes, i + 4, end), C2), 16), C3);
  h1 ^= Math.imul(rotate(Math.imul(tail(bytes, i, end), C1), 15), C2);

  const length = end - start;
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 += h2 + h3 + h4;
  h2 += h1;
  h3 += h1;
  h4 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h3 = mix(h3);
  h4 = mix(h4);
  h1 += h2 + h3 + h4;
  out[at] = h1;
  out[at + 1] = h2 + h1;
  out[at + 2] = h3 + h1;
  out[at + 3] = h4 + h1;
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function read(bytes: Uint8Array, i: number): number {
  return bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
}

function tail(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = Math.min(start + 4, end) - 1; i >= start; i--) value = (value << 8) | bytes[i];
  return value;
}

function mix(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
}
