// Signatures of sets by their least hashes, cut into bands: two sets share a hash with the probability of their Jaccard likeness s,
// and a whole band of r hashes with s^r, so one of b bands with 1 - (1 - s^r)^b.
// Broder (1997), "On the resemblance and containment of documents"; bands: Leskovec, Rajaraman & Ullman, "Mining of Massive
// Datasets", section 3.4. One function for each hash rather than one permutation for all (Li, Owen & Zhang 2012): texts of
// forty shingles would leave most of its bins empty, and what fills them is no news.
import { randomBits } from '../core/random';
import { mix, type ShingleSets } from './shingles';

/** Bands of a signature: with BAND_HASHES = 3, texts of likeness 0.5 meet in one of them with probability 97.6 %. */
export const BANDS = 28;
/** Hashes in a band. */
export const BAND_HASHES = 3;

const HASHES = BANDS * BAND_HASHES;
const SEED = 1997;
const FACTORS = Int32Array.from({ length: HASHES }, (_, i) => randomBits(SEED, 0, i) | 1);
const SHIFTS = Int32Array.from({ length: HASHES }, (_, i) => randomBits(SEED, 1, i));

/** A hash of each band of each set: that of set i in band b stands at b * sets + i. Sets without shingles have zeros. */
export function bandHashes({ offsets, values }: ShingleSets): Uint32Array<ArrayBuffer> {
  const sets = offsets.length - 1;
  const hashes = new Uint32Array(BANDS * sets);
  for (let set = 0; set < sets; set++) {
    const [start, end] = [offsets[set], offsets[set + 1]];
    if (start === end) continue;
    for (let band = 0; band < BANDS; band++) {
      let hash = 0;
      for (let k = band * BAND_HASHES; k < (band + 1) * BAND_HASHES; k++)
        hash = Math.imul(hash, 31) + leastHash(values, start, end, k);
      hashes[band * sets + set] = mix(hash);
    }
  }
  return hashes;
}

/** The least of the shingles' hashes by function k, x -> ax + b over 32 bits with odd a: shingles are mixed already. */
function leastHash(values: Uint32Array, start: number, end: number, k: number): number {
  const factor = FACTORS[k];
  const shift = SHIFTS[k];
  let least = 0x7fffffff;
  for (let i = start; i < end; i++) {
    const hash = (Math.imul(values[i], factor) + shift) | 0;
    if (hash < least) least = hash;
  }
  return least;
}
