// Groups of texts that are nearly the same: texts that meet in a band are compared shingle by shingle, and joined where they are alike.
// One band at a time is sorted, so memory is linear in the rows, and so is time: in a crowd that shares a band each text is
// compared with those shortly before it alone.
import { BANDS } from './minhash';
import type { ShingleSets } from './shingles';
import { Unions } from './unions';

/** Texts of at least this Jaccard likeness are nearly the same. */
export const LEAST_LIKENESS = 0.5;

const LOOK_BACK = 64; // texts of a crowd that each is compared with
const EXACT_BITS = 53; // of a whole number in a Float64Array

/** The texts of a chunk. */
export interface ShingledChunk {
  sets: ShingleSets;
  hashes: Uint32Array<ArrayBuffer>; // see bandHashes
}

/** What is known of rows before they are compared. Rows are counted through all chunks, those of train first. */
export interface Compared {
  firstEqual: Uint32Array; // of each row the first with an equal text; those need not be compared
  trainRows: number;
}

/** Rows that are nearly the same. */
export interface Near {
  firstNear: Uint32Array<ArrayBuffer>; // of each row the first row of its group, in which each is like some other
  copies: Uint32Array<ArrayBuffer>; // test rows that are equal to a train row, or nearly so, themselves and not through others
}

/** Finds groups of rows, and the test rows that are copies. */
export async function findNear(
  chunks: readonly ShingledChunk[],
  { firstEqual, trainRows }: Compared,
  afterBand: (band: number) => Promise<void>,
): Promise<Near> {
  const rows = firstEqual.length;
  const unions = new Unions(rows);
  for (let row = 0; row < rows; row++)
    if (firstEqual[row] !== row) unions.join(firstEqual[row], row);
  const isCopy = new Uint8Array(rows); // of the first of equal test rows
  const sets = new RowSets(chunks);
  for (let band = 0; band < BANDS; band++) {
    joinBand(sortBand(chunks, band, firstEqual), (a, b) => {
      const [first, last] = a < b ? [a, b] : [b, a];
      const isNews = first < trainRows && last >= trainRows && isCopy[last] === 0;
      const isJoined = unions.first(a) === unions.first(b);
      if ((isJoined && !isNews) || !sets.areAlike(a, b)) return;
      if (!isJoined) unions.join(a, b);
      if (isNews) isCopy[last] = 1;
    });
    await afterBand(band);
  }
  const copies = Uint32Array.from(firstEqual.keys()).filter(
    (row) => row >= trainRows && (firstEqual[row] < trainRows || isCopy[firstEqual[row]] === 1),
  );
  return { firstNear: unions.firsts(), copies };
}

/** Jaccard likeness of two sets: what they share over what either has; 0 where both are empty. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  const shared = countShared(a, b);
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Rows in the order of their hashes in a band, each with its hash. */
interface SortedBand {
  keys: Float64Array; // hash * scale + row
  scale: number; // a power of two, so that dividing is exact
}

/** Sorts a band; of equal texts only the first is in it, and none without shingles. */
function sortBand(
  chunks: readonly ShingledChunk[],
  band: number,
  firstEqual: Uint32Array,
): SortedBand {
  const rowBits = Math.ceil(Math.log2(Math.max(2, firstEqual.length)));
  const scale = 2 ** rowBits;
  const spare = Math.max(0, 32 + rowBits - EXACT_BITS); // bits of the hash for which there is no room
  const keys = new Float64Array(firstEqual.length);
  let count = 0;
  let row = 0;
  for (const { sets, hashes } of chunks) {
    const own = sets.offsets.length - 1;
    for (let i = 0; i < own; i++, row++) {
      if (firstEqual[row] !== row || sets.offsets[i] === sets.offsets[i + 1]) continue;
      keys[count++] = (hashes[band * own + i] >>> spare) * scale + row;
    }
  }
  return { keys: keys.subarray(0, count).sort(), scale };
}

/** Brings those together that share a hash. */
function joinBand({ keys, scale }: SortedBand, meet: (a: number, b: number) => void): void {
  const hashOf = (key: number) => Math.floor(key / scale);
  const rowOf = (key: number) => key - hashOf(key) * scale;
  let start = 0; // of those with this hash
  for (let i = 1; i < keys.length; i++) {
    if (hashOf(keys[start]) !== hashOf(keys[i])) start = i;
    for (let k = Math.max(start, i - LOOK_BACK); k < i; k++) meet(rowOf(keys[k]), rowOf(keys[i]));
  }
}

/** The sets of all rows, wherever they lie. */
class RowSets {
  readonly #chunks: readonly ShingledChunk[];
  readonly #chunkOf: Uint32Array;
  readonly #rowStarts: number[] = [];

  constructor(chunks: readonly ShingledChunk[]) {
    const counts = chunks.map(({ sets }) => sets.offsets.length - 1);
    this.#chunks = chunks;
    this.#chunkOf = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
    let row = 0;
    counts.forEach((count, chunk) => {
      this.#rowStarts.push(row);
      this.#chunkOf.fill(chunk, row, row + count);
      row += count;
    });
  }

  /** Whether two rows reach LEAST_LIKENESS. */
  areAlike(a: number, b: number): boolean {
    const [first, second] = [this.#of(a), this.#of(b)];
    const [less, more] = [first.length, second.length].sort((x, y) => x - y);
    if (less < LEAST_LIKENESS * more) return false; // however much they share
    return likeness(first, second) >= LEAST_LIKENESS;
  }

  #of(row: number): Uint32Array {
    const chunk = this.#chunkOf[row];
    const { offsets, values } = this.#chunks[chunk].sets;
    const i = row - this.#rowStarts[chunk];
    return values.subarray(offsets[i], offsets[i + 1]);
  }
}

function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    if (a[i] === b[k]) {
      shared++;
      i++;
      k++;
    } else if (a[i] < b[k]) i++;
    else k++;
  }
  return shared;
}
