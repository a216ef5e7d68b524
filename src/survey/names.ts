// Finds which of many names stand in each text, in one pass over the bytes: two bytes tell where a name may begin.
import type { TextColumn } from '../core/types';
import { endOf, formsOf, makeGuard, type Forms, type IsWordPart } from './search';

/** A name under search. */
interface Sought {
  name: number; // index in the list
  forms: Forms;
  standsFree: ReturnType<typeof makeGuard>;
}

/** Hears once of each name that stands in a row. */
type HearName = (row: number, name: number) => void;

/** Makes the function that searches columns for names: whole words, in any capitals, as a search for them would find them. */
export function makeNameSearch(
  names: readonly string[],
  isWordPart: IsWordPart,
): (column: TextColumn, hear: HearName) => void {
  const beginnings = new Map<number, Sought[]>();
  const begins = new Uint8Array(2 ** 16); // 1 = where a word begins some name may begin with these two bytes, 2 = anywhere
  const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
    Number(byte < 128 && isWordPart(byte)),
  );
  names.forEach((query, name) => {
    const needle = { query, isWhole: true, isExact: false };
    const forms = formsOf(needle);
    const sought = { name, forms, standsFree: makeGuard(needle, isWordPart) };
    const where = isWordPart(query.codePointAt(0) ?? 0) ? 1 : 2;
    for (const pair of pairsOf(forms)) {
      begins[pair] = Math.max(begins[pair], where);
      beginnings.set(pair, [...(beginnings.get(pair) ?? []), sought]);
    }
  });
  const lastRow = new Int32Array(names.length);

  return ({ bytes, offsets }, hear) => {
    lastRow.fill(-1);
    for (let row = 0; row + 1 < offsets.length; row++) {
      const text: [number, number] = [offsets[row], offsets[row + 1]];
      const meet = ({ name, forms, standsFree }: Sought, at: number) => {
        if (lastRow[name] === row) return;
        const end = endOf(forms, bytes, at);
        if (end < 0 || end > text[1] || !standsFree(bytes, [at, end], text)) return;
        lastRow[name] = row;
        hear(row, name);
      };
      for (let at = text[0]; at < text[1]; at++) {
        const pair = (bytes[at] << 8) | bytes[at + 1]; // behind the last byte stands 0
        if (
          begins[pair] === 0 ||
          (begins[pair] === 1 && isPlain[bytes[at - 1]] === 1 && at > text[0])
        )
          continue;
        beginnings.get(pair)?.forEach((sought) => meet(sought, at));
      }
    }
  };
}

/** The two bytes with which a name can begin; any second one where it has but one. */
function pairsOf(forms: Forms): Set<number> {
  const pairs = new Set<number>();
  for (const way of forms[0] ?? []) {
    const seconds =
      way.length > 1
        ? [way[1]]
        : forms.length > 1
          ? forms[1].map(([byte]) => byte)
          : Array.from({ length: 256 }, (_, byte) => byte);
    for (const second of seconds) pairs.add((way[0] << 8) | second);
  }
  return pairs;
}
