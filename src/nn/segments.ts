// Segments: each different id of a batch with the places where it stands, so that the slope of a table's row is one sum in a
// fixed order: no atomics, the same result every time.
// The set of a batch's ids is Briggs & Torczon (1993), "An Efficient Representation for Sparse Sets", ACM LOPLAS 2(1-4): an id is
// known if the id of its slot is itself, so that nothing has to be cleared between batches.
// Some words stand in every row, and one thread that adds up thousands of slopes keeps a whole GPU waiting. What a segment has
// beyond its first PIECE_PLACES places is therefore cut into further pieces, each summed into a row of its own, and a second
// dispatch adds those rows to the segment's: two short sums in place of a long one.
// In a plan, all starts being indices into it: S ids, S + 1 starts, N places, with weights N values behind them; then the pieces:
// the number of further pieces X, of long segments L, then L segments, L + 1 first pieces, X starts, X ends.
import { PLAN } from './plan-head';

/** Places that one thread sums. */
export const PIECE_PLACES = 64;

/** What a dispatch over segments must know of the plan under way. */
export interface SegmentCounts {
  readonly segments: number; // S
  readonly pieces: number; // X
  readonly longs: number; // L
  readonly mostPieces: number; // X of any plan
}

/** Words that segments of so many places need at most. */
export function segmentWords(places: number, tableRows: number, isWeighted: boolean): number {
  const ids = 2 * Math.min(places, tableRows) + 1;
  return ids + (isWeighted ? 2 : 1) * places + 3 + 4 * mostPieces(places);
}

/** A segment of n places has (n - 1) / PIECE_PLACES further pieces, rounded down. */
function mostPieces(places: number): number {
  return Math.floor(places / PIECE_PLACES);
}

/** Writes the segments of a plan, whose ids have been numbered by slots in order of first appearance. */
export class Segments implements SegmentCounts {
  segments = 0;
  pieces = 0;
  longs = 0;
  readonly mostPieces: number;
  readonly next: Uint32Array<ArrayBuffer>; // by slot: how many places it has; once opened, where the next of them is written

  constructor(slots: number, places: number) {
    this.next = new Uint32Array(slots);
    this.mostPieces = mostPieces(places);
  }

  /** Leaves a plan without segments. */
  none(words: Uint32Array<ArrayBuffer>, at: number): void {
    this.segments = this.pieces = this.longs = 0;
    words[PLAN.segments] = 0;
    words[PLAN.segmentsAt] = at;
    words[PLAN.piecesAt] = at;
  }

  /** Writes ids and starts of the slots that have places, the caller then the places by `next`; gives the places' end. */
  open(words: Uint32Array<ArrayBuffer>, at: number, ids: Uint32Array<ArrayBuffer>): number {
    const { next } = this;
    const used = ids.length;
    let segments = 0;
    for (let slot = 0; slot < used; slot++) if (next[slot] > 0) words[at + segments++] = ids[slot];
    let start = at + segments;
    let place = start + segments + 1;
    for (let slot = 0; slot < used; slot++) {
      if (next[slot] === 0) continue;
      words[start++] = place;
      place += next[slot];
      next[slot] = place - next[slot];
    }
    words[start] = place;
    words[PLAN.segments] = segments;
    words[PLAN.segmentsAt] = at;
    this.segments = segments;
    return place;
  }

  /** Writes the pieces of the segments that `open` has written; gives the plan's end. */
  close(words: Uint32Array<ArrayBuffer>, at: number): number {
    const starts = words[PLAN.segmentsAt] + this.segments;
    this.countPieces(words, starts);
    words[PLAN.piecesAt] = at;
    words[at] = this.pieces;
    words[at + 1] = this.longs;
    let long = at + 2;
    let piece = 0;
    const startsAt = long + 2 * this.longs + 1;
    for (let segment = 0, found = 0; found < this.longs; segment++) {
      const end = words[starts + segment + 1];
      let start = words[starts + segment] + PIECE_PLACES;
      if (start >= end) continue;
      words[long] = segment;
      words[long + this.longs] = piece;
      for (; start < end; start += PIECE_PLACES, piece++) {
        words[startsAt + piece] = start;
        words[startsAt + this.pieces + piece] = Math.min(start + PIECE_PLACES, end);
      }
      long++;
      found++;
    }
    words[startsAt - 1] = piece;
    return startsAt + 2 * this.pieces;
  }

  private countPieces(words: Uint32Array<ArrayBuffer>, starts: number): void {
    this.pieces = 0;
    this.longs = 0;
    for (let segment = 0; segment < this.segments; segment++) {
      const places = words[starts + segment + 1] - words[starts + segment];
      if (places <= PIECE_PLACES) continue;
      this.longs++;
      this.pieces += Math.ceil(places / PIECE_PLACES) - 1;
    }
  }
}
