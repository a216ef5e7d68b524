// From bytes in any usual character set to UTF-8: by the byte order mark, else UTF-8 where it is sound, else by
// the look of the first text that is not ASCII. Detection by frequent characters: https://github.com/runk/node-chardet
import chardet from 'chardet';
import { fail, faultOf } from '../core/errors';
import type { FoundCharset } from '../core/reading';
import { Utf8Check } from './utf8';

type Bytes = Uint8Array<ArrayBuffer>;

const SAMPLE_BYTES = 256 * 1024;
const BARE_BYTES = 4096; // looked at for UTF-16 without a mark
const LEAST_ZEROS = 2;
const NO_TEXT = /[\p{Cn}\p{Co}]|(?![\t\n\v\f\r])\p{Cc}/u; // characters that no text has
const LEAST_CONFIDENCE = 20; // of 100
const FALLBACK = 'windows-1252'; // in which every byte is a character

/** A byte order mark: what it says, and how many bytes it has. */
interface Mark {
  charset: 'utf-8' | 'utf-16le' | 'utf-16be';
  length: number;
}

/** Tells a character set by a part of a text that is not UTF-8. */
export type CharsetGuess = (sample: Bytes) => string | Promise<string>;

/** Gives the same text in UTF-8, without its byte order mark; `tell` learns the character set if it is another one. */
export async function* toUtf8(
  blocks: AsyncIterable<Bytes>,
  file: string,
  tell: (found: FoundCharset) => void,
  guess: CharsetGuess = guessCharset,
): AsyncGenerator<Bytes, void> {
  const check = new Utf8Check(file);
  let decoder: Decoder | null = null;
  let held: Bytes = new Uint8Array(); // of a character that is not whole yet: it may be none of UTF-8
  let at = 0;
  for await (const block of blocks) {
    const mark = at === 0 ? markOf(block) : null;
    if (mark) tell({ charset: mark.charset, charsetBy: 'mark' });
    if (!decoder) {
      const bare = at === 0 && !mark ? bareUtf16(block) : null;
      const charset = bare ?? (await charsetFrom({ held, block, mark }, check, guess));
      if (charset !== 'utf-8') {
        if (!mark) tell({ charset, charsetBy: 'guess' });
        decoder = new Decoder(charset, file);
      }
    }
    const text = joined(held, block.subarray(mark?.length));
    const whole = text.length - (decoder ? 0 : check.pending);
    yield decoder ? decoder.push(text, at - held.length) : text.subarray(0, whole);
    held = text.slice(whole);
    at += block.length;
  }
  if (!decoder && check.isAscii && held.length === 1) {
    // Nothing but the last byte is no ASCII: a short text that ends in "é", rather than one that was cut there.
    const charset = await guess(held);
    tell({ charset, charsetBy: 'guess' });
    decoder = new Decoder(charset, file);
    yield decoder.push(held, at - 1);
  }
  if (decoder) yield decoder.end(at);
  else check.end();
}

function joined(held: Bytes, block: Bytes): Bytes {
  if (held.length === 0) return block;
  const all = new Uint8Array(held.length + block.length);
  all.set(held);
  all.set(block, held.length);
  return all;
}

/** Gives a text of a character set that somebody chose in UTF-8, without its byte order mark. */
export async function* fromCharset(
  blocks: AsyncIterable<Bytes>,
  file: string,
  charset: string,
): AsyncGenerator<Bytes, void> {
  const decoder = new Decoder(charset, file);
  let at = 0;
  for await (const block of blocks) {
    yield decoder.push(block, at);
    at += block.length;
  }
  yield decoder.end(at);
}

/** The character set of the text from a block on; until then it was UTF-8. Throws where it is none. */
async function charsetFrom(
  { held, block, mark }: { held: Bytes; block: Bytes; mark: Mark | null },
  check: Utf8Check,
  guess: CharsetGuess,
): Promise<string> {
  if (mark && mark.charset !== 'utf-8') return mark.charset;
  const wasAscii = check.isAscii && !mark;
  try {
    check.push(block);
    return 'utf-8';
  } catch (error) {
    const { key } = faultOf(error);
    if (key !== 'file.encoding' || !wasAscii) throw error;
    const control = block.findIndex((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
    if (control >= 0) throw check.binary(control, error);
    const odd = joined(held, block);
    if (isDamagedUtf8(odd)) throw error;
    return guess(odd.subarray(odd.findIndex((byte) => byte >= 0x80)).subarray(0, SAMPLE_BYTES));
  }
}

/** The byte order mark with which a text begins, or null. */
export function markOf(head: Bytes): Mark | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { charset: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a byte order mark: the upper bytes of its ASCII are zero, all at even or all at odd places. */
function bareUtf16(head: Bytes): 'utf-16le' | 'utf-16be' | null {
  const sample = head.subarray(0, BARE_BYTES);
  const zeros = [0, 0]; // at even and at odd places
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at & 1]++;
  if (Math.min(...zeros) > 0 || Math.max(...zeros) < LEAST_ZEROS) return null;
  const charset = zeros[0] > 0 ? 'utf-16be' : 'utf-16le';
  if (!isSoundIn(charset, sample)) return null;
  const text = new TextDecoder(charset).decode(sample, { stream: true });
  return NO_TEXT.test(text) ? null : charset;
}

/** Whether bytes are UTF-8 but for a few: more of it is sound than is not. */
function isDamagedUtf8(bytes: Bytes): boolean {
  const text = new TextDecoder().decode(bytes);
  const malformed = text.split('\ufffd').length - 1;
  const sound = (text.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length;
  return sound >= malformed;
}

/** The likeliest character set of a text by its first part that is not ASCII; it must be sound. */
export function guessCharset(
  sample: Bytes,
  isSound = (charset: string) => isSoundIn(charset, sample),
): string {
  return likelyCharsets(sample).find(isSound) ?? FALLBACK;
}

/** The character sets of which a sample has the look, the likeliest first; UTF-8 is none of them. */
export function likelyCharsets(sample: Bytes): string[] {
  const likely = chardet.analyse(sample).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  return likely
    .filter(({ name }) => !/^(UTF|ASCII|ISO-2022)/.test(name))
    .flatMap(({ name }) => standardName(name) ?? []);
}

/** A character set as the Encoding standard names it; null where the platform does not know it. */
function standardName(charset: string): string | null {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return null;
  }
}

/** Whether bytes are text in such a character set, the last character perhaps cut. */
export function isSoundIn(charset: string, bytes: Bytes): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Decodes blocks of a text in some character set into UTF-8. */
class Decoder {
  readonly #charset: string;
  readonly #file: string;
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();

  constructor(charset: string, file: string) {
    this.#charset = charset;
    this.#file = file;
    this.#decoder = new TextDecoder(charset, { fatal: true });
  }

  /** One more block, which begins at such a byte of the file. */
  push(block: Bytes, at: number): Bytes {
    return this.#decode(at, block);
  }

  /** What was left; throws if the file breaks off inside a character. */
  end(at: number): Bytes {
    return this.#decode(at);
  }

  #decode(at: number, block?: Bytes): Bytes {
    const values = { file: this.#file, at };
    let text;
    try {
      text = this.#decoder.decode(block, { stream: block !== undefined });
    } catch (error) {
      throw fail('bad-file', 'file.charset', { ...values, charset: this.#charset }, error);
    }
    if (text.includes('\0')) throw fail('bad-file', 'file.binary', values);
    return this.#encoder.encode(text);
  }
}
