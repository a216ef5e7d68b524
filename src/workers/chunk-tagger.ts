// Tags the texts of chunks, some rows at a time, because it is slow; the tags of a chunk are kept beside its cleaned texts, so that
// other settings of the words find them ready.
import { textAt } from '../core/columns';
import type { TextColumn } from '../core/types';
import { findPiece, getPiece, putPieces } from '../store/artifacts';
import { openStore } from '../store/db';
import type { Tagger } from '../text/tagger';
import type { TagStream } from '../text/tags';
import { pieceOf } from './pieces';
import type { ChunkPlace } from './text-api';

const ROWS_AT_ONCE = 256; // between two reports

/** A chunk under way. */
interface Draft {
  texts: TextColumn;
  offsets: Uint32Array<ArrayBuffer>;
  tags: number[];
}

/** A chunk whose tags are known. */
export interface TaggedChunk {
  place: ChunkPlace;
  stream: TagStream;
}

/** Tags chunks of cleaned texts and holds their tags. */
export class ChunkTagger {
  readonly #cleanKey: string;
  readonly #tag: Tagger | null;
  readonly #drafts = new Map<string, Draft>();
  readonly #tagged = new Map<string, TaggedChunk>();

  constructor(cleanKey: string, tag: Tagger | null) {
    this.#cleanKey = cleanKey;
    this.#tag = tag;
  }

  /** Tags some rows of a chunk; gives where it got to, which is at once the end where the tags were kept. */
  async tagRows(place: ChunkPlace, from: number): Promise<number> {
    const store = await openStore();
    const name = pieceOf(place);
    if (from === 0) {
      const kept = await findPiece<TagStream>(store, this.#cleanKey, tagPieceOf(place));
      if (kept) {
        this.#tagged.set(name, { place, stream: kept });
        return kept.offsets.length - 1;
      }
      const texts = await getPiece<TextColumn>(store, this.#cleanKey, name);
      this.#drafts.set(name, { texts, offsets: new Uint32Array(texts.offsets.length), tags: [] });
    }
    const draft = this.#drafts.get(name);
    if (!draft) throw new Error(`the tagging of ${name} was not begun`);
    const { texts, offsets, tags } = draft;
    const rows = texts.offsets.length - 1;
    const end = Math.min(rows, from + ROWS_AT_ONCE);
    for (let row = from; row < end; row++) {
      for (const tag of this.#tag?.(textAt(texts, row)) ?? []) tags.push(tag);
      offsets[row + 1] = tags.length;
    }
    if (end < rows) return end;
    const stream = { offsets, tags: Uint8Array.from(tags) };
    this.#drafts.delete(name);
    this.#tagged.set(name, { place, stream });
    await putPieces(store, this.#cleanKey, [[tagPieceOf(place), stream]]);
    return end;
  }

  /** All chunks whose tags are held. */
  tagged(): Iterable<TaggedChunk> {
    return this.#tagged.values();
  }

  /** The tags of a chunk, which are then forgotten; null where none are held. */
  take(place: ChunkPlace): TagStream | null {
    const name = pieceOf(place);
    const held = this.#tagged.get(name);
    this.#tagged.delete(name);
    return held?.stream ?? null;
  }
}

/** The name of the piece with the tags of a chunk. */
export function tagPieceOf(place: Pick<ChunkPlace, 'split' | 'index'>): string {
  return `tags ${pieceOf(place)}`;
}
