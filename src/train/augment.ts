// Changes the words of a row at random: some go, some change places with the next one, some become the unknown word. Every draw
// depends on seed, epoch, row and place alone, so that a training gives the same on every tier and however often it is resumed.
// Swap and deletion: Wei & Zou (2019), "EDA: Easy Data Augmentation Techniques for Boosting Performance on Text Classification
// Tasks", section 2, https://arxiv.org/abs/1901.11196; here swaps are of neighbours. Word dropout: Bowman et al. (2016),
// "Generating Sentences from a Continuous Space", section 3.1, https://arxiv.org/abs/1511.06349
import { STREAM, randomBits } from '../core/random';
import type { AugmentSettings } from '../core/settings';
import { UNKNOWN_ID } from '../core/types';

const DRAW = { deletion: 1, swap: 2, wordDropout: 3 } as const; // streams of a row's own seed

/** Whether any share is above zero. */
export function isAugmented({ wordDropout, swap, deletion }: AugmentSettings): boolean {
  return wordDropout > 0 || swap > 0 || deletion > 0;
}

/** Draws what becomes of one row after the other. */
export class Augmenter {
  places = new Uint32Array(256); // of each word that the last drawn row keeps, in their new order: where it stood
  isUnknown = new Uint8Array(256); // of each of them: 1 = it became the unknown word
  readonly #shares: AugmentSettings;
  readonly #seed: number;

  constructor(shares: AugmentSettings, seed: number) {
    this.#shares = shares;
    this.#seed = seed;
  }

  /** Draws for a row of so many words in an epoch, 1-based; gives how many words stay, one at least where there are any. */
  draw(count: number, row: number, epoch: number): number {
    if (count > this.places.length) {
      this.places = new Uint32Array(2 * count);
      this.isUnknown = new Uint8Array(2 * count);
    }
    const stream = (STREAM.augment + Math.imul(epoch, 16)) >>> 0;
    const seed = randomBits(this.#seed, stream, row);
    const kept = this.#delete(count, seed);
    this.#swap(kept, seed);
    this.#dropOut(kept, seed);
    return kept;
  }

  /** Draws for a row and writes its words to out[at] and behind, which has room for all of them; gives where they end. */
  write(words: Uint32Array, [row, epoch]: readonly [number, number], out: Uint32Array, at: number) {
    const kept = this.draw(words.length, row, epoch);
    const { places, isUnknown } = this;
    for (let k = 0; k < kept; k++) out[at + k] = isUnknown[k] === 1 ? UNKNOWN_ID : words[places[k]];
    return at + kept;
  }

  #delete(count: number, seed: number): number {
    const { places } = this;
    const threshold = thresholdOf(this.#shares.deletion);
    let kept = 0;
    let greatest = 0;
    let last = 0; // the word that would go last stays where all would go
    for (let i = 0; i < count; i++) {
      const drawn = threshold > 0 ? randomBits(seed, DRAW.deletion, i) : 0;
      if (drawn >= threshold) places[kept++] = i;
      else if (drawn >= greatest) [greatest, last] = [drawn, i];
    }
    if (kept === 0 && count > 0) places[kept++] = last;
    return kept;
  }

  #swap(kept: number, seed: number): void {
    const { places } = this;
    const threshold = thresholdOf(this.#shares.swap);
    if (threshold === 0) return;
    for (let k = 0; k + 1 < kept; k++) {
      if (randomBits(seed, DRAW.swap, k) >= threshold) continue;
      const place = places[k];
      places[k] = places[k + 1];
      places[k + 1] = place;
    }
  }

  #dropOut(kept: number, seed: number): void {
    const { places, isUnknown } = this;
    const threshold = thresholdOf(this.#shares.wordDropout);
    isUnknown.fill(0, 0, kept);
    if (threshold === 0) return;
    for (let k = 0; k < kept; k++)
      isUnknown[k] = randomBits(seed, DRAW.wordDropout, places[k]) < threshold ? 1 : 0;
  }
}

/** Draws below it happen, so that they have that share. */
function thresholdOf(share: number): number {
  return Math.floor(share * 4294967296);
}
