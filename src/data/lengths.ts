// How long texts are: words where white space parts them, characters where it does not.
import type { LengthHistogram, RowChunk } from '../core/types';

const MOST = 20_000; // longer texts are counted as this long, but for mean and longest
const BINS = 40; // at most, with the open one
const COVERED = 0.995; // share of rows that the closed bins hold

/** The length of row i of a chunk: that of all its fields together, as they stand in the file. */
export function lengthOf(
  unit: LengthHistogram['unit'],
  { fields }: Pick<RowChunk, 'fields'>,
  i: number,
): number {
  const measure = unit === 'words' ? wordsIn : charactersIn;
  return fields.reduce(
    (sum, { bytes, offsets }) => sum + measure(bytes, offsets[i], offsets[i + 1]),
    0,
  );
}

/** A histogram with the rows of a chunk in it too; its bins stay as wide as they are. */
export function grownLengths(lengths: LengthHistogram, chunk: RowChunk): LengthHistogram {
  const { unit, binWidth } = lengths;
  const counts = [...lengths.counts];
  let rows = counts.reduce((sum, count) => sum + count, 0);
  let { mean, longest } = lengths;
  for (let i = 0; i < chunk.lines.length; i++) {
    const length = lengthOf(unit, chunk, i);
    const bin = Math.min(Math.floor(length / binWidth), BINS - 1);
    while (counts.length <= bin) counts.push(0);
    counts[bin]++;
    mean += (length - mean) / ++rows;
    longest = Math.max(longest, length);
  }
  return { unit, binWidth, counts, mean, longest };
}

/** Counts lengths of rows, chunk by chunk. */
export class LengthTally {
  readonly #unit: LengthHistogram['unit'];
  readonly #counts = new Uint32Array(MOST + 1);
  #rows = 0;
  #sum = 0;
  #longest = 0;

  constructor(unit: LengthHistogram['unit']) {
    this.#unit = unit;
  }

  /** Counts the rows of a chunk. */
  add(chunk: RowChunk): void {
    for (let row = 0; row < chunk.lines.length; row++) {
      const length = lengthOf(this.#unit, chunk, row);
      this.#counts[Math.min(length, MOST)]++;
      this.#sum += length;
      if (length > this.#longest) this.#longest = length;
    }
    this.#rows += chunk.lines.length;
  }

  /** The histogram, with a round bin width. */
  histogram(): LengthHistogram {
    const covered = this.#lengthCovering(COVERED * this.#rows);
    const binWidth = roundUp((covered + 1) / (BINS - 1));
    const bins = Math.floor(Math.min(this.#longest, MOST) / binWidth) + 1;
    const counts = new Array<number>(Math.min(bins, BINS)).fill(0);
    for (let length = 0; length <= Math.min(this.#longest, MOST); length++)
      counts[Math.min(Math.floor(length / binWidth), counts.length - 1)] += this.#counts[length];
    const mean = this.#rows > 0 ? this.#sum / this.#rows : 0;
    return { unit: this.#unit, binWidth, counts, mean, longest: this.#longest };
  }

  #lengthCovering(rows: number): number {
    let seen = 0;
    for (let length = 0; length < MOST; length++) {
      seen += this.#counts[length];
      if (seen >= rows) return length;
    }
    return MOST;
  }
}

/** The next of 1, 2, 5, 10, 20, 50, … that is no smaller. */
function roundUp(width: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [1, 2, 5]) if (step * power >= width) return step * power;
}

function wordsIn(bytes: Uint8Array, start: number, end: number): number {
  let words = 0;
  let wasSpace = true;
  for (let i = start; i < end; i++) {
    const isSpace = bytes[i] <= 32;
    if (wasSpace && !isSpace) words++;
    wasSpace = isSpace;
  }
  return words;
}

function charactersIn(bytes: Uint8Array, start: number, end: number): number {
  let characters = 0;
  for (let i = start; i < end; i++) if ((bytes[i] & 0xc0) !== 0x80) characters++;
  return characters;
}
