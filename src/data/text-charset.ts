// The character set of many texts that lie together: guessed by all of them, for a short one alone is too little to tell it by.
import type { FoundCharset } from '../core/reading';
import { guessCharset, isSoundIn, markOf } from './charset';
import { isPageName } from './detect';
import { readBytes } from './source';

type Bytes = Uint8Array<ArrayBuffer>;

const MOST_TEXTS = 500; // looked at, spread over all
const HEAD_BYTES = 4096; // of each
const SAMPLE_BYTES = 64 * 1024; // of all
const ENOUGH = 0.8; // share of texts that must be sound

/** The character set of texts of which some are neither UTF-8 nor marked. */
export class TextCharset {
  #files: readonly File[] = [];
  #found: Promise<string> | null = null;

  /** Adds texts that lie together with those before. */
  add(files: readonly File[]): void {
    this.#files = this.#files.concat(files);
  }

  /** Gives what all have in common to a text; to one that is not sound in it, what it looks like by itself. */
  readonly guess = async (own: Bytes): Promise<string> => {
    this.#found ??= oddParts(this.#files).then((parts) =>
      commonCharset(parts.length > 0 ? parts : [own]),
    );
    const common = await this.#found;
    return isSoundIn(common, own) ? common : guessCharset(own);
  };
}

/** The character set of texts by their beginnings; null where web pages each name their own. */
export async function charsetOfTexts(files: readonly File[]): Promise<FoundCharset | null> {
  const texts = files.filter(({ name }) => !isPageName(name));
  if (texts.length === 0) return null;
  const mark = markOf(await readBytes(texts[0], 0, HEAD_BYTES));
  if (mark) return { charset: mark.charset, charsetBy: 'mark' };
  const parts = await oddParts(texts);
  if (parts.length === 0) return { charset: 'utf-8', charsetBy: 'sound' };
  return { charset: commonCharset(parts), charsetBy: 'guess' };
}

/** The beginnings of texts that are not UTF-8, as far as they are needed. */
async function oddParts(files: readonly File[]): Promise<Bytes[]> {
  const parts: Bytes[] = [];
  const step = Math.max(1, Math.floor(files.length / MOST_TEXTS));
  let length = 0;
  for (let i = 0; i < files.length && length < SAMPLE_BYTES; i += step) {
    const head = await readBytes(files[i], 0, HEAD_BYTES);
    if (markOf(head) || isSoundIn('utf-8', head) || head.includes(0)) continue;
    parts.push(head);
    length += head.length;
  }
  return parts;
}

function commonCharset(parts: readonly Bytes[]): string {
  const all = Uint8Array.from(parts.flatMap((part) => [...part, 10]));
  const isSound = (charset: string) =>
    parts.filter((part) => isSoundIn(charset, part)).length >= ENOUGH * parts.length;
  return guessCharset(all, isSound);
}
