// Finds a stretch of text in the UTF-8 bytes of a whole column, with no string for each row.
// Horspool (1980), "Practical fast searching in strings"; a character may stand in several forms: an apostrophe as any of
// them, and a letter as its capital where those do not matter.
import { APOSTROPHES } from '../core/apostrophes';
import type { TextColumn } from '../core/types';

/** What is looked for. */
export interface Needle {
  query: string;
  isWhole: boolean; // only where no letter or digit stands right before or behind it
  isExact: boolean; // capitals matter
}

/** Hears of each hit: the row, and the bytes at which the hit begins and ends. Hits do not overlap. */
export type HearHit = (row: number, start: number, end: number) => void;

/** Tells letters and digits of scripts that part their words, by their code points. */
export type IsWordPart = (point: number) => boolean;

/** Makes the function that searches columns. */
export function makeSearch(
  needle: Needle,
  isWordPart: IsWordPart,
): (column: TextColumn, hear: HearHit) => void {
  const forms = formsOf(needle);
  const { least, skips } = skipsOf(forms);
  const standsFree = makeGuard(needle, isWordPart);

  return ({ bytes, offsets }, hear) => {
    if (least === 0) return;
    let row = 0;
    for (let at = 0; at + least <= bytes.length;) {
      const end = endOf(forms, bytes, at);
      if (end < 0) {
        at += skips[bytes[at + least - 1]];
        continue;
      }
      while (offsets[row + 1] <= at) row++;
      const [first, last] = [offsets[row], offsets[row + 1]];
      const isHit = end <= last && standsFree(bytes, [at, end], [first, last]);
      if (isHit) hear(row, at, end);
      at = isHit ? end : at + 1;
    }
  };
}

/** The characters of a query as bytes, each in all its forms; none begins another, as no two characters' bytes do in UTF-8. */
export type Forms = Uint8Array[][];

/** A query as bytes. */
export function formsOf({ query, isExact }: Needle): Forms {
  return Array.from(query, (character) => formsOfOne(character, isExact));
}

/** Makes the function that tells whether the bytes of a hit, within those of its text, are a whole word where that is asked. */
export function makeGuard(
  { query, isWhole }: Needle,
  isWordPart: IsWordPart,
): (bytes: Uint8Array, hit: [start: number, end: number], text: [number, number]) => boolean {
  const points = Array.from(query, (character) => character.codePointAt(0) ?? 0);
  const guardsStart = isWhole && points.length > 0 && isWordPart(points[0]);
  const guardsEnd = isWhole && points.length > 0 && isWordPart(points[points.length - 1]);
  return (bytes, [start, end], [first, last]) =>
    !(guardsStart && start > first && isWordPart(pointBefore(bytes, start))) &&
    !(guardsEnd && end < last && isWordPart(pointAt(bytes, end)));
}

/** How far a search may go on. */
interface Skips {
  least: number; // bytes of the shortest text that fits
  skips: Uint32Array; // by the last of so many bytes at hand: how far the next place can be
}

function skipsOf(forms: Forms): Skips {
  const least = forms.reduce((sum, ways) => sum + Math.min(...ways.map(({ length }) => length)), 0);
  const skips = new Uint32Array(256).fill(Math.max(1, least));
  let starts = new Set([0]); // bytes at which a character may begin
  for (const ways of forms) {
    const ends = new Set<number>();
    for (const start of starts)
      for (const way of ways) {
        way.forEach((byte, i) => {
          const rest = least - 1 - (start + i);
          if (rest > 0) skips[byte] = Math.min(skips[byte], rest);
        });
        ends.add(start + way.length);
      }
    starts = ends;
  }
  return { least, skips };
}

/** The bytes of a character in all its forms. */
function formsOfOne(character: string, isExact: boolean): Uint8Array[] {
  const encoder = new TextEncoder();
  if (APOSTROPHES.includes(character)) return Array.from(APOSTROPHES, (one) => encoder.encode(one));
  const given = encoder.encode(character);
  const cases = [character.toLowerCase(), character.toUpperCase()].map((form) =>
    encoder.encode(form),
  );
  const isPair = !isExact && cases.every(({ length }) => length === given.length);
  return isPair ? cases : [given];
}

/** Where the text that fits at a place ends, or -1. */
export function endOf(forms: Forms, bytes: Uint8Array, at: number): number {
  let end = at;
  for (const ways of forms) {
    const way = ways.find((form) => isAt(form, bytes, end));
    if (!way) return -1;
    end += way.length;
  }
  return end;
}

function isAt(form: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < form.length; i++) if (bytes[at + i] !== form[i]) return false;
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
