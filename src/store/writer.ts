// Writes the chunks of a new part as they come: several a transaction, one transaction under way at a time.
import type { RowChunk } from '../core/types';
import { putChunks } from './chunk';
import type { Store } from './db';
import { sizeOf } from './size';

const BATCH_BYTES = 8 * 1024 * 1024;

/** Gathers chunks into batches; holds at most two of them in memory. */
export class ChunkWriter {
  sizeBytes = 0; // of everything added
  readonly #store: Store;
  readonly #partId: string;
  #index = 0; // of the first waiting chunk
  #waiting: RowChunk[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: Store, partId: string) {
    this.#store = store;
    this.#partId = partId;
  }

  /** Adds a chunk; waits only while the batch before is still being written. */
  async add(chunk: RowChunk): Promise<void> {
    this.#waiting.push(chunk);
    const bytes = sizeOf(chunk);
    this.sizeBytes += bytes;
    this.#waitingBytes += bytes;
    if (this.#waitingBytes >= BATCH_BYTES) await this.#write();
  }

  /** Writes what waits, and resolves when all is written. */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#write();
    await this.#writing;
  }

  async #write(): Promise<void> {
    await this.#writing;
    const chunks = this.#waiting;
    this.#writing = putChunks(this.#store, this.#partId, this.#index, chunks);
    this.#writing.catch(() => undefined); // thrown by whoever waits for it next
    this.#index += chunks.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
