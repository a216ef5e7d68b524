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

/** Packs texts as UTF-8. */
export function packTexts(texts: readonly string[]): TextColumn {
  const all = texts.join('');
  const bytes = encoder.encode(all);
  const offsets = new Uint32Array(texts.length + 1);
  const isAscii = bytes.length === all.length;
  for (let i = 0, end = 0; i < texts.length; i++) {
    end += isAscii ? texts[i].length : bytesOf(texts[i]);
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

/** UTF-8 bytes that a text becomes; half a surrogate pair becomes the three bytes of U+FFFD. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}
