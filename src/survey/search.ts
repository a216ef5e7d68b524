// Finds a stretch of text in the UTF-8 bytes of a whole column, with no string for each row.
// Horspool (1980), "Practical fast searching in strings"; where capitals do not matter each character may stand in two forms.
import type { TextColumn } from '../core/types';

/** What is looked for. */
export interface Needle {
  query: string;
  isWhole: boolean; // only where no letter or digit stands right before or behind it
  isExact: boolean; // capitals matter
}

/** Hears of each hit: the row, and the bytes at which the hit begins and ends. Hits do not overlap. */
export type HearHit = (row: number, start: number, end: number) => void;

/** Makes the function that searches columns; `isWordPart` tells letters and digits by their code points. */
export function makeSearch(
  { query, isWhole, isExact }: Needle,
  isWordPart: (point: number) => boolean,
): (column: TextColumn, hear: HearHit) => void {
  const forms = formsOf(query, isExact);
  const { size, skips } = forms;
  const points = Array.from(query, (character) => character.codePointAt(0) ?? 0);
  const guardsStart = isWhole && points.length > 0 && isWordPart(points[0]);
  const guardsEnd = isWhole && points.length > 0 && isWordPart(points[points.length - 1]);

  return ({ bytes, offsets }, hear) => {
    if (size === 0) return;
    let row = 0;
    for (let at = 0; at + size <= bytes.length;) {
      const end = at + size;
      if (!isAt(forms, bytes, at)) {
        at += skips[bytes[end - 1]];
        continue;
      }
      while (offsets[row + 1] <= at) row++;
      const [first, last] = [offsets[row], offsets[row + 1]];
      const isHit =
        end <= last &&
        !(guardsStart && at > first && isWordPart(pointBefore(bytes, at))) &&
        !(guardsEnd && end < last && isWordPart(pointAt(bytes, end)));
      if (isHit) hear(row, at, end);
      at = isHit ? end : at + 1;
    }
  };
}

/** The bytes of a query in two forms, which are the same where only one will do. */
interface Forms {
  size: number; // bytes
  one: Uint8Array;
  other: Uint8Array;
  ends: Uint8Array; // 1 = a character ends with this byte
  skips: Uint32Array; // by the last byte at hand: how far the next place can be
}

function formsOf(query: string, isExact: boolean): Forms {
  const encoder = new TextEncoder();
  const [one, other, ends]: number[][] = [[], [], []];
  for (const character of query) {
    const given = encoder.encode(character);
    const [lower, upper] = [character.toLowerCase(), character.toUpperCase()].map((form) =>
      encoder.encode(form),
    );
    const isPair = !isExact && lower.length === given.length && upper.length === given.length;
    one.push(...(isPair ? lower : given));
    other.push(...(isPair ? upper : given));
    given.forEach((_, i) => ends.push(Number(i === given.length - 1)));
  }
  const size = one.length;
  const skips = new Uint32Array(256).fill(Math.max(1, size));
  for (let i = 0; i + 1 < size; i++) skips[one[i]] = skips[other[i]] = size - 1 - i;
  return {
    size,
    one: Uint8Array.from(one),
    other: Uint8Array.from(other),
    ends: Uint8Array.from(ends),
    skips,
  };
}

/** Whether each character at a place is wholly of one form or wholly of the other. */
function isAt({ size, one, other, ends }: Forms, bytes: Uint8Array, at: number): boolean {
  let isOne = true;
  let isOther = true;
  for (let i = 0; i < size; i++) {
    const byte = bytes[at + i];
    isOne &&= byte === one[i];
    isOther &&= byte === other[i];
    if (!isOne && !isOther) return false;
    if (ends[i] === 1) isOne = isOther = true;
  }
  return true;
}

function pointBefore(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at > 0 && (bytes[at] & 0xc0) === 0x80) at--;
  return pointAt(bytes, at);
}

/** The code point that begins at a byte. */
function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return first;
  const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  let point = first & (0x3f >> more);
  for (let i = 1; i <= more; i++) point = (point << 6) | (bytes[at + i] & 0x3f);
  return point;
}
