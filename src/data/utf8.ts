// Checks that bytes are text in UTF-8, as they come, and says where they are not.
// The decoder of the Encoding standard, https://encoding.spec.whatwg.org/#utf-8-decoder
import { fail } from '../core/errors';

/** Follows a file's bytes and throws at its first NUL or malformed sequence. */
export class Utf8Check {
  isAscii = true; // all whole characters so far
  readonly #file: string;
  #offset = 0; // of the block under way, in the file
  #start = 0; // of the sequence under way, in the file
  #needed = 0; // bytes that the sequence under way still lacks
  #lower = 0x80; // bounds of the next one of them
  #upper = 0xbf;

  constructor(file: string) {
    this.#file = file;
  }

  /** Checks one more block; throws `file.binary` or `file.encoding` with a byte's offset. */
  push(block: Uint8Array): void {
    for (let at = 0; at < block.length; at++) {
      const byte = block[at];
      if (this.#needed === 0 && byte < 0x80 && byte !== 0) continue;
      this.#step(byte, this.#offset + at);
    }
    this.#offset += block.length;
  }

  /** Throws if the file breaks off inside a character. */
  end(): void {
    if (this.#needed > 0) throw this.#malformed();
  }

  /** The fault of a control byte at such a place of the block that was refused. */
  binary(at: number, cause?: unknown): Error {
    return fail('bad-file', 'file.binary', { file: this.#file, at: this.#offset + at }, cause);
  }

  /** Bytes of a character that is not whole yet. */
  get pending(): number {
    return this.#needed > 0 ? this.#offset - this.#start : 0;
  }

  #step(byte: number, at: number): void {
    if (this.#needed > 0) return this.#continue(byte);
    if (byte === 0) throw fail('bad-file', 'file.binary', { file: this.#file, at });
    this.#start = at;
    if (byte >= 0xc2 && byte <= 0xdf) this.#needed = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#needed = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#needed = 3;
    else throw this.#malformed();
    this.#lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80; // no longer than needed
    this.#upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf; // no surrogates, nothing past U+10FFFF
  }

  #continue(byte: number): void {
    if (byte < this.#lower || byte > this.#upper) throw this.#malformed();
    this.#lower = 0x80;
    this.#upper = 0xbf;
    this.#needed--;
    if (this.#needed === 0) this.isAscii = false;
  }

  #malformed(): Error {
    return fail('bad-file', 'file.encoding', { file: this.#file, at: this.#start });
  }
}
