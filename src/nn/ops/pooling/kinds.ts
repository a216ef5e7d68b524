// The ways to make one number for each row and column of the numbers at its words.
import { PLAN_HEAD } from '../../plan-head';

/** The number of each way, as kernels know it. */
export const POOLING = { last: 0, mean: 1, max: 2 } as const;

/** The name of a way. */
export type PoolingName = keyof typeof POOLING;

/** What the pooling kernels know of a layer. */
export type PoolingConstant =
  | 'kind' // of POOLING
  | 'batch' // B
  | 'width' // W
  | 'reversedFrom' // columns from here on belong to a layer that ran from the last word to the first
  | 'masked'; // 1 = a row ends at its last word; 0 = at T

/** Function row_words for kernels of pooling, behind those of the plan's head. */
export const ROW_WORDS_WGSL = /* wgsl */ `
fn row_words(row: u32) -> u32 { return select(plan_length(), plan[${PLAN_HEAD} + batch + row], masked == 1); }
`;
