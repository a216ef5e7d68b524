// Embeddings of words: X[p] = E[id[p]] for every position p = t * B + row.
// Bengio et al. (2003), "A Neural Probabilistic Language Model", JMLR 3; its gradient is ops/segment-sum.
// Floor: N positions move 4 N (2 E + 1) bytes, no arithmetic, one dispatch; 128 rows of 40 words, E = 128: 5.3 MB, 53 µs at
// 100 GB/s, less where rows of frequent words stay in a cache.
import type { Op } from '../../op';
import { embeddingPlain } from './plain';
import { EMBEDDING_WGSL } from './webgpu';

/** Rows of a table: plan of words, table (V, E) -> x (T * B, E); T * B * E / 4 threads. */
export const embedding: Op<{ plan: 'u32'; table: 'vec4f'; x: 'vec4f' }, 'batch' | 'width'> = {
  name: 'embedding',
  buffers: { plan: 'u32', table: 'vec4f', x: 'vec4f' },
  writes: ['x'],
  plain: embeddingPlain,
  wgsl: EMBEDDING_WGSL,
};
