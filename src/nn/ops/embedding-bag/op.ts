// The embedding bag: each row is the mean of its features' embeddings, weighted by how much each feature tells,
// x[r] = 1/s_r * sum of i[f] E[f] over the features f of r, s_r = sum of i[f].
// Joulin et al. (2016), "Bag of Tricks for Efficient Text Classification", https://arxiv.org/abs/1607.01759; the weights i are
// explained in train/importance.ts, ones give the plain mean.
// Its gradient never has the table's shape: dE[f] = i[f] * sum of dx[r] / s_r over the rows r that hold f, which sparse-rmsprop
// sums per distinct feature and applies at once.
// Floor: n features of a batch read 4n(D + 1) bytes and n multiply-adds of D numbers, one dispatch; 256 rows of 40 features,
// D = 16: 0.7 MB, 0.3 MFLOP, so a real GPU waits for the launch, not for memory.
import type { Op } from '../../op';
import { embeddingBagPlain } from './plain';
import { EMBEDDING_BAG_WGSL } from './webgpu';

/** Means of embeddings: plan, table (V, D), importance (V) -> bags (B, D), scales (B); rows * D / 4 threads. */
export const embeddingBag: Op<
  { plan: 'u32'; table: 'vec4f'; importance: 'f32'; bags: 'vec4f'; scales: 'f32' },
  'width'
> = {
  name: 'embedding-bag',
  buffers: { plan: 'u32', table: 'vec4f', importance: 'f32', bags: 'vec4f', scales: 'f32' },
  writes: ['bags', 'scales'],
  plain: embeddingBagPlain,
  wgsl: EMBEDDING_BAG_WGSL,
};
