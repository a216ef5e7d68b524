// Memory that is filled again and again: a fresh page costs more than what is written to it.

const MOST_KEPT = 32 * 1024 * 1024; // bytes; what is rarely larger is not held for it
const UNIT = 64; // bytes; the length is a multiple of it, so that arrays of any kind fit

/** Room for what is gathered before its size is known. What is kept of it must be copied before the next use. */
export class Room {
  #buffer = new ArrayBuffer(UNIT);

  /** At least so many bytes and never none, with anything in them. */
  take(bytes: number): ArrayBuffer {
    if (bytes <= this.#buffer.byteLength) return this.#buffer;
    const buffer = new ArrayBuffer(Math.ceil(bytes / UNIT) * UNIT);
    if (bytes <= MOST_KEPT) this.#buffer = buffer;
    return buffer;
  }
}
