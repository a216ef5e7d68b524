// The labels of rows as they are read: each different one gets a number in order of appearance.

/** Numbers given to labels, and how often each was seen. */
export class LabelBook {
  readonly keys: string[] = []; // keys[i] is the label with number i
  readonly counts: number[] = [];
  readonly classCount: number; // of the classes that are known beforehand; 0 = any label is good
  readonly #accept: (key: string) => boolean;
  readonly #ids = new Map<string, number>();
  readonly #byByte = new Int32Array(256).fill(-1); // of labels of one byte, the usual ones
  readonly #decoder = new TextDecoder();

  constructor(classCount: number, accept: (key: string) => boolean) {
    this.classCount = classCount;
    this.#accept = accept;
  }

  /** Counts a label and gives its number, or -1 if it is refused. */
  count(bytes: Uint8Array): number {
    const known = bytes.length === 1 ? this.#byByte[bytes[0]] : -1;
    const id = known >= 0 ? known : this.#find(this.#decoder.decode(bytes).trim());
    if (id < 0) return id;
    if (bytes.length === 1) this.#byByte[bytes[0]] = id;
    this.counts[id]++;
    return id;
  }

  #find(key: string): number {
    const found = this.#ids.get(key);
    if (found !== undefined) return found;
    if (key === '' || !this.#accept(key)) return -1;
    const id = this.keys.push(key) - 1;
    this.counts.push(0);
    this.#ids.set(key, id);
    return id;
  }
}
