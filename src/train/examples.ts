// Puts the encoded chunks of a part together.
import type { EncodedChunk } from '../core/types';
import type { Examples } from '../nn/plan';

/** Joins chunks, in order, and the labels of the whole part; rows and labels have the part's own indices. */
export function joinChunks(
  chunks: readonly EncodedChunk[],
  labels: Uint16Array<ArrayBuffer>,
): Examples {
  const total = chunks.reduce((sum, chunk) => sum + chunk.features.length, 0);
  const offsets = new Uint32Array(labels.length + 1);
  const features = new Uint32Array(total);
  let row = 0;
  let at = 0;
  for (const chunk of chunks) {
    features.set(chunk.features, at);
    for (let i = 1; i < chunk.featureOffsets.length; i++) {
      offsets[++row] = at + chunk.featureOffsets[i];
    }
    at += chunk.features.length;
  }
  offsets.fill(at, row + 1);
  return { offsets, features, labels };
}
