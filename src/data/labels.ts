// The labels of rows as they are read: each different one gets a number in order of appearance.
import { NO_LABEL } from '../core/types';

/** Which labels are good. */
export interface KnownLabels {
  classCount: number; // of the classes that are known; 0 = any label is good
  accept: (key: string) => boolean;
}

/** Any label is good. */
export const ANY_LABEL: KnownLabels = { classCount: 0, accept: () => true };

/** Numbers given to labels. */
export class LabelBook {
  readonly keys: string[] = []; // keys[i] is the label with number i
  known: KnownLabels; // may become narrower while rows are read
  readonly #ids = new Map<string, number>();
  readonly #byByte = new Int32Array(256).fill(-1); // of labels of one byte, the usual ones
  readonly #decoder = new TextDecoder();

  constructor(known: KnownLabels = ANY_LABEL) {
    this.known = known;
  }

  /** Gives a label's number: NO_LABEL if it is empty, -1 if it is refused. */
  number(bytes: Uint8Array): number {
    if (bytes.length === 0) return NO_LABEL;
    const known = bytes.length === 1 ? this.#byByte[bytes[0]] : -1;
    const id = known >= 0 ? known : this.#find(this.#decoder.decode(bytes).trim());
    if (bytes.length === 1) this.#byByte[bytes[0]] = id;
    return id;
  }

  #find(key: string): number {
    if (key === '') return NO_LABEL;
    const found = this.#ids.get(key);
    if (found !== undefined) return found;
    if (!this.known.accept(key)) return -1;
    const id = this.keys.push(key) - 1;
    this.#ids.set(key, id);
    return id;
  }
}
