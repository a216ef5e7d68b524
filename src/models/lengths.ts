// Lengths to which rows are filled up when they are only asked about: few, for each is recorded once.

/** The lengths, ascending. */
const LENGTHS = [
  8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048, 4096,
] as const;

/** The least of the lengths that has room for so many words, at most `most`. */
export function roundedLength(words: number, most: number): number {
  return Math.min(most, LENGTHS.find((length) => length >= words) ?? most);
}
