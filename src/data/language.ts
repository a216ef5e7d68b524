// Whether a script parts its words by spaces. Korean does; Chinese, Japanese, Thai, Lao, Burmese and Khmer do not.
import type { Dataset, RowChunk } from '../core/types';

const SAMPLE_BYTES = 256 * 1024; // of each field
const LETTERS = /\p{L}/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]/gu;

/** Guesses from a chunk's texts: unspaced when most letters are of such scripts. */
export function guessLanguage(chunk: RowChunk): Dataset['language'] {
  const decoder = new TextDecoder();
  let letters = 0;
  let unspaced = 0;
  for (const { bytes } of chunk.fields) {
    const text = decoder.decode(bytes.subarray(0, SAMPLE_BYTES));
    letters += text.match(LETTERS)?.length ?? 0;
    unspaced += text.match(UNSPACED)?.length ?? 0;
  }
  return unspaced > letters / 2 ? 'unspaced' : 'spaced';
}
