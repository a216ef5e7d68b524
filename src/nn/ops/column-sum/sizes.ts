// The small buffer that tells a sum over rows its sizes.

/** Where each number stands in the buffer `sizes`. */
export const SUM_SIZE = {
  rows: 0, // M
  columns: 1, // N
  slices: 2, // S; slice s sums the rows s, s + S, s + 2S, ...
  xAt: 3,
  xRow: 4, // cells from one row to the next
  outAt: 5,
} as const;

/** Words of `sizes`. */
export const SUM_SIZE_WORDS = 8;
