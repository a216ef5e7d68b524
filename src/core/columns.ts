// Texts to columns and back. A whole column is decoded at once and cut, which is far faster than text by text.
import type { TextColumn } from './types';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

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
  const all = texts.join('');
  const bytes = encoder.encode(all);
  const offsets = new Uint32Array(texts.length + 1);
  const isAscii = bytes.length === all.length;
  for (let i = 0, end = 0; i < texts.length; i++) {
    const units = texts[i].length;
    end = isAscii ? end + units : skipUnits(bytes, end, units);
    offsets[i + 1] = end;
  }
  return { bytes, offsets };
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

/** Where the UTF-8 of so many UTF-16 units ends. */
function skipUnits(bytes: Uint8Array, start: number, units: number): number {
  let at = start;
  for (let left = units; left > 0; left--) {
    const byte = bytes[at];
    if (byte < 0x80) at++;
    else if (byte < 0xe0) at += 2;
    else if (byte < 0xf0) at += 3;
    else {
      at += 4;
      left--; // a pair of units
    }
  }
  return at;
}
