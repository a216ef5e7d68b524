// A limit on what an archive may unpack to, so that a few kilobytes cannot fill memory or disk.
import { fail } from '../core/errors';

const MOST_RATIO = 200; // bytes out of one byte; texts have 3 to 20
const ALWAYS_BYTES = 64 * 1024 * 1024; // allowed at any ratio
const MOST_HELD_BYTES = 64 * 1024 * 1024;
const MOST_BYTES = 4 * 1024 * 1024 * 1024;

/** Counts what comes out of one file that was given, however deep archives are nested in it. */
export class UnpackLimit {
  readonly #file: string;
  readonly #mostBytes: number;
  #bytes = 0;
  #held = 0; // bytes of small files that stay in memory

  constructor({ name, size }: { name: string; size: number }) {
    this.#file = name;
    this.#mostBytes = Math.min(MOST_BYTES, Math.max(ALWAYS_BYTES, MOST_RATIO * size));
  }

  /** Whether so many bytes may stay in memory; if so, they are counted. */
  hold(bytes: number): boolean {
    if (this.#held + bytes > MOST_HELD_BYTES) return false;
    this.#held += bytes;
    return true;
  }

  /** Counts more bytes; throws `archive.bomb` when there are too many. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.#mostBytes) return;
    const values = { file: this.#file, mostBytes: this.#mostBytes, mostRatio: MOST_RATIO };
    throw fail('bad-file', 'archive.bomb', values);
  }
}

/** The same blocks, counted as they come. */
export async function* limited(
  blocks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  limit: UnpackLimit,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for await (const block of blocks) {
    limit.add(block.length);
    yield block;
  }
}
