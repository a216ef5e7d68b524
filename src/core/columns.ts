// Texts to columns and back. A whole column is decoded at once and cut, which is far faster than text by text.
import type { TextColumn } from './types';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const BYTES_PER_UNIT = 3; // of UTF-8 that a UTF-16 unit becomes at most

/** All texts of a column. */
export function unpackTexts({ bytes, offsets }: TextColumn): string[] {
  const all = decoder.decode(bytes);
  const rows = offsets.length - 1;
  const texts = new Array<string>(rows);
  if (all.length === bytes.length) {
    for (let i = 0; i < rows; i++) texts[i] = all.slice(offsets[i], offsets[i + 1]);
    return texts;
  }
  for (let i = 0, start = 0; i < rows; i++) {
    const end = start + unitsIn(bytes, offsets[i], offsets[i + 1]);
    texts[i] = all.slice(start, end);
    start = end;
  }
  return texts;
}

/** One text of a column. */
export function textAt({ bytes, offsets }: TextColumn, i: number): string {
  return decoder.decode(bytes.subarray(offsets[i], offsets[i + 1]));
}

/** Packs texts as UTF-8; no text may end with half a surrogate pair. */
export function packTexts(texts: readonly string[]): TextColumn {
  const offsets = new Uint32Array(texts.length + 1);
  let end = 0;
  for (let i = 0; i < texts.length; i++) {
    const free = roomFor(end, texts[i]);
    end += encoder.encodeInto(texts[i], free).written;
    offsets[i + 1] = end;
  }
  const bytes = scratch.slice(0, end);
  if (scratch.length > MOST_KEPT) scratch = new Uint8Array(FIRST_BYTES);
  return { bytes, offsets };
}

const FIRST_BYTES = 64 * 1024;
const MOST_KEPT = 16 * 1024 * 1024; // bytes; what giant texts needed is given back
// Kept between columns: memory that a process has touched before is far cheaper to write than fresh one.
let scratch = new Uint8Array(FIRST_BYTES);

/** What is left of the scratch behind its first `used` bytes, enough for a text. */
function roomFor(used: number, text: string): Uint8Array {
  const needed = used + BYTES_PER_UNIT * text.length;
  if (needed > scratch.length) {
    const grown = new Uint8Array(Math.max(needed, 2 * scratch.length));
    grown.set(scratch.subarray(0, used));
    scratch = grown;
  }
  return scratch.subarray(used);
}

/** UTF-16 units that a stretch of UTF-8 becomes. */
function unitsIn(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
