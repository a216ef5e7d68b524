// Tells n-grams that may have been seen often from those that cannot, before any is kept: counters of two bits, which several
// n-grams may share. Most n-grams of a language come once, and need no place in a table.
// Park, Chen & Yu (1995), "An Effective Hash-Based Algorithm for Mining Association Rules", section 2, https://doi.org/10.1145/223784.223813

const MOST = 3; // that a counter tells; it stays there
const LEAST_BITS = 16;
const MOST_BITS = 30;
const ODD = 0x55555555; // the lower bit of every counter

/** Counters by hash; none is below the count of an n-gram that falls on it, up to 3. */
export class GramFilter {
  readonly counters: Uint32Array<ArrayBuffer>; // 16 counters a number
  readonly #mask: number;

  constructor(counters: Uint32Array<ArrayBuffer>) {
    this.counters = counters;
    this.#mask = 16 * counters.length - 1;
  }

  /** An empty filter with about a counter for each of so many n-grams, repeats included. */
  static for(ngrams: number): GramFilter {
    const bits = Math.ceil(Math.log2(Math.max(1, ngrams)));
    const kept = Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
    return new GramFilter(new Uint32Array(2 ** (kept - 4)));
  }

  /** Counts an n-gram. */
  note(hash: number): void {
    const place = hash & this.#mask;
    const shift = (place & 15) << 1;
    const before = this.counters[place >>> 4];
    if (((before >>> shift) & MOST) !== MOST) this.counters[place >>> 4] = before + (1 << shift);
  }

  /** Whether an n-gram may have been counted so often; always true if it was. */
  mayReach(hash: number, least: number): boolean {
    const place = hash & this.#mask;
    const counter = (this.counters[place >>> 4] >>> ((place & 15) << 1)) & MOST;
    return counter >= Math.min(least, MOST);
  }

  /** Adds the counters of a filter of the same size. */
  add({ counters }: GramFilter): void {
    for (let i = 0; i < counters.length; i++) {
      const [a0, b0] = [this.counters[i] & ODD, counters[i] & ODD];
      const [a1, b1] = [(this.counters[i] >>> 1) & ODD, (counters[i] >>> 1) & ODD];
      const high = a1 | b1 | (a0 & b0);
      const low = (a1 & b1) | (a0 ^ b0) | (a0 & b0 & (a1 | b1)); // all that exceeds 3 is 3
      this.counters[i] = (high << 1) | low;
    }
  }

  /** How many counters have come to 2: about as many n-grams repeat. */
  get repeated(): number {
    let sum = 0;
    for (const counter of this.counters) {
      let bits = (counter >>> 1) & ODD; // counted by adding neighbours: Warren, Hacker's Delight, section 5-1
      bits = (bits & 0x11111111) + ((bits >>> 2) & 0x11111111);
      bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
      sum += Math.imul(bits, 0x01010101) >>> 24;
    }
    return sum;
  }
}
