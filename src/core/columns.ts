// Texts to columns and back. A whole column is decoded at once and cut, which is far faster than text by text.
import { Room } from './room';
import type { TextColumn } from './types';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const room = new Room();
const SPACE = 0x20;
const MOST_BYTES = 3; // of UTF-8 for a unit of UTF-16

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

/** Packs texts as UTF-8; half a surrogate pair becomes U+FFFD. The encoder is fast from the first text on, as no loop of ours is. */
export function packTexts(texts: readonly string[]): TextColumn {
  let units = 0;
  for (const text of texts) units += text.length;
  const bytes = new Uint8Array(room.take(MOST_BYTES * units));
  const offsets = new Uint32Array(texts.length + 1);
  let end = 0;
  for (let i = 0; i < texts.length; i++) {
    end += encoder.encodeInto(texts[i], bytes.subarray(end)).written;
    offsets[i + 1] = end;
  }
  return { bytes: bytes.slice(0, end), offsets };
}

/** The texts of several columns row by row, a space between them; empty ones leave none. */
export function joinColumns(columns: readonly TextColumn[]): TextColumn {
  if (columns.length === 1) return columns[0];
  const rows = columns[0].offsets.length - 1;
  const most = columns.reduce((sum, column) => sum + column.bytes.length + rows, 0);
  const bytes = new Uint8Array(most);
  const offsets = new Uint32Array(rows + 1);
  for (let row = 0, end = 0; row < rows; row++) {
    for (const own of columns) {
      const [from, to] = [own.offsets[row], own.offsets[row + 1]];
      if (from === to) continue;
      if (end > offsets[row]) bytes[end++] = SPACE;
      bytes.set(own.bytes.subarray(from, to), end);
      end += to - from;
    }
    offsets[row + 1] = end;
  }
  return { bytes: bytes.subarray(0, offsets[rows]), offsets };
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
