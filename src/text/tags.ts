// Parts of speech as features: how often a text has each, and each pair of neighbours within a sentence, which tells how its
// sentences are built. There are so few that each has a number from the start: T singles, then T x T pairs.
import type { Reading } from './streams';
import { PARTS_OF_SPEECH, SENTENCE_END } from './tagger';
import type { TagFeature } from '../core/types';

const T = PARTS_OF_SPEECH.length;

/** Singles and pairs. */
export const TAG_FEATURES = T + T * T;

/** The tags of a chunk's rows: those of row i are tags[offsets[i]] to tags[offsets[i + 1]]. */
export interface TagStream {
  offsets: Uint32Array<ArrayBuffer>; // rows + 1
  tags: Uint8Array<ArrayBuffer>;
}

/** The tags of a row. */
export function tagsOfRow({ offsets, tags }: TagStream, row: number): Uint8Array<ArrayBuffer> {
  return tags.subarray(offsets[row], offsets[row + 1]);
}

/** The tags of a row that are read: as many as of its words at most. */
export function readTags<T extends Uint8Array | readonly number[]>(
  tags: T,
  { maxLength, cut }: Pick<Reading, 'maxLength' | 'cut'>,
): T {
  if (tags.length <= maxLength) return tags;
  return (cut === 'end' ? tags.slice(0, maxLength) : tags.slice(-maxLength)) as T;
}

/** Adds to `counts`, (TAG_FEATURES), how often each feature stands in some tags. */
export function countTags(tags: ArrayLike<number>, counts: Uint32Array): void {
  eachFeature(tags, (feature) => counts[feature]++);
}

/** The names of the features of some tags, each as often as it stands there. */
export function tagNames(tags: ArrayLike<number>): string[] {
  const names: string[] = [];
  eachFeature(tags, (feature) => names.push(nameOf(feature)));
  return names;
}

/** The features that were seen often enough, by falling count. */
export function numberTags(counts: Uint32Array, minCount: number): TagFeature[] {
  return Array.from(counts, (count, feature) => ({ name: nameOf(feature), count }))
    .filter(({ count }) => count >= Math.max(1, minCount))
    .sort((a, b) => b.count - a.count);
}

/** The id of each feature, (TAG_FEATURES); 0 = it has none. */
export function tagIds(tags: readonly TagFeature[], firstId: number): Uint32Array<ArrayBuffer> {
  const numbers = new Map(Array.from({ length: TAG_FEATURES }, (_, i) => [nameOf(i), i]));
  const ids = new Uint32Array(TAG_FEATURES);
  tags.forEach(({ name }, i) => {
    const feature = numbers.get(name);
    if (feature !== undefined) ids[feature] = firstId + i;
  });
  return ids;
}

/** Writes the ids of a row's features to out[at] and behind, at most two a tag; returns where they end. */
export function writeTags(
  tags: ArrayLike<number>,
  ids: Uint32Array,
  out: Uint32Array,
  at: number,
): number {
  let end = at;
  eachFeature(tags, (feature) => {
    if (ids[feature] !== 0) out[end++] = ids[feature];
  });
  return end;
}

function eachFeature(tags: ArrayLike<number>, take: (feature: number) => void): void {
  for (let i = 0; i < tags.length; i++) {
    if (tags[i] === SENTENCE_END) continue;
    take(tags[i] - 1);
    if (i + 1 < tags.length && tags[i + 1] !== SENTENCE_END)
      take(T + (tags[i] - 1) * T + tags[i + 1] - 1);
  }
}

function nameOf(feature: number): string {
  if (feature < T) return `pos:${PARTS_OF_SPEECH[feature]}`;
  const pair = feature - T;
  return `pos:${PARTS_OF_SPEECH[Math.floor(pair / T)]}>${PARTS_OF_SPEECH[pair % T]}`;
}
