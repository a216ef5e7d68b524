// The embedding bag: each row is the mean of its features' embeddings, x[r] = 1/n_r * sum of E[f] over the features f of r.
// Joulin et al. (2016), "Bag of Tricks for Efficient Text Classification", https://arxiv.org/abs/1607.01759
// Its gradient never has the table's shape: dE[f] = sum of dx[r] / n_r over the rows r that hold f, which sparse-adam sums per
// distinct feature and applies at once.
// Floor: n features of a batch read 4nD bytes and n adds of D numbers, one dispatch; 256 rows of 40 features, D = 16: 0.7 MB,
// 0.16 MFLOP, so a real GPU waits for the launch, not for memory.
import type { Op } from '../../op';
import { embeddingBagPlain } from './plain';
import { EMBEDDING_BAG_WGSL } from './webgpu';

/** Means of embeddings: plan, table (V, D) -> bags (B, D), D a multiple of 4; rows * D / 4 threads. */
export const embeddingBag: Op<{ plan: 'u32'; table: 'vec4f'; bags: 'vec4f' }, 'width'> = {
  name: 'embedding-bag',
  buffers: { plan: 'u32', table: 'vec4f', bags: 'vec4f' },
  writes: ['bags'],
  plain: embeddingBagPlain,
  wgsl: EMBEDDING_BAG_WGSL,
};
