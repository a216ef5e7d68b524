// Files out of a tar archive as it streams. POSIX.1-1988 (ustar), with GNU's and pax's long names.
// https://www.gnu.org/software/tar/manual/html_node/Standard.html
import { fail } from '../core/errors';
import type { PackedName } from './archive-names';

type Bytes = Uint8Array<ArrayBuffer>;

const BLOCK = 512;
const SLASH = 47;
const MOST_SMALL = 256 * 1024; // bytes of a file that is taken in one piece
const MOST_LONG_NAME = 64 * 1024; // bytes of an entry that only tells the next one's name

/** A file in a tar archive. */
export interface TarEntry {
  name: PackedName;
  content: Bytes | Blob[];
}

/** Whether a block is the header of an entry: its sum is right. */
export function isTarHeader(block: Bytes): boolean {
  if (block.length < BLOCK || block[0] === 0) return false;
  let sum = 8 * 32; // the sum's own place counts as spaces
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i];
  return octal(block, 148, 8) === sum;
}

/** The files of an archive whose paths are wanted; throws `archive.broken` where it breaks off or is damaged. */
export async function* untar(
  blocks: AsyncIterable<Bytes>,
  file: string,
  isWanted: (name: PackedName) => boolean,
): AsyncGenerator<TarEntry> {
  const source = new Exactly(blocks, file);
  let longName: Bytes | null = null;
  for (;;) {
    const header = await source.take(BLOCK);
    if (header[0] === 0) return;
    if (!isTarHeader(header)) throw source.broken();
    const size = octal(header, 124, 12);
    const type = String.fromCharCode(header[156]);
    const padded = Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L' || type === 'x') {
      if (size > MOST_LONG_NAME) throw source.broken();
      const content = (await source.take(padded)).subarray(0, size);
      longName = type === 'L' ? untilNul(content) : (paxPath(content) ?? longName);
      continue;
    }
    const name = { bytes: longName ?? pathIn(header), isUtf8: false };
    longName = null;
    if ((type === '0' || type === '\0') && isWanted(name)) {
      const content = size <= MOST_SMALL ? await source.take(size) : await source.blobs(size);
      await source.skip(padded - size);
      yield { name, content };
    } else await source.skip(padded);
  }
}

function pathIn(header: Bytes): Bytes {
  const name = untilNul(header.subarray(0, 100));
  if (text(header.subarray(257, 262)) !== 'ustar' || header[345] === 0) return name;
  return Uint8Array.of(...untilNul(header.subarray(345, 500)), SLASH, ...name);
}

function paxPath(content: Bytes): Bytes | null {
  const path = /\d+ path=(.*)\n/.exec(text(content))?.[1];
  return path === undefined ? null : new TextEncoder().encode(path);
}

function untilNul(bytes: Bytes): Bytes {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function text(bytes: Bytes): string {
  return new TextDecoder().decode(untilNul(bytes));
}

/** A number in octal digits; -1 for anything else. */
function octal(block: Bytes, at: number, length: number): number {
  const digits = text(block.subarray(at, at + length)).trim();
  return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : -1;
}

/** Takes as many bytes as are asked for, however they come. */
class Exactly {
  readonly #blocks: AsyncIterator<Bytes>;
  readonly #file: string;
  #rest: Bytes = new Uint8Array();
  #at = 0; // bytes taken

  constructor(blocks: AsyncIterable<Bytes>, file: string) {
    this.#blocks = blocks[Symbol.asyncIterator]();
    this.#file = file;
  }

  async take(length: number): Promise<Bytes> {
    const all = new Uint8Array(length);
    let at = 0;
    for await (const part of this.#parts(length)) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** The bytes as blobs, which the browser may keep on disk. */
  async blobs(length: number): Promise<Blob[]> {
    const blobs: Blob[] = [];
    for await (const part of this.#parts(length)) blobs.push(new Blob([part]));
    return blobs;
  }

  async skip(length: number): Promise<void> {
    for await (const part of this.#parts(length)) void part;
  }

  broken(): Error {
    return fail('bad-file', 'archive.broken', { file: this.#file, at: this.#at });
  }

  async *#parts(length: number): AsyncGenerator<Bytes> {
    if (length < 0) throw this.broken();
    for (let left = length; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#blocks.next();
        if (next.done) throw this.broken();
        this.#rest = next.value;
      }
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      this.#at += part.length;
      left -= part.length;
      yield part;
    }
  }
}
