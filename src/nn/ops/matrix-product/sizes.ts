// The small buffer that tells a matrix product its sizes.

/** Where each number stands in the buffer `sizes`; `...Row` is the number of cells from one stored row to the next. */
export const SIZE = {
  rows: 0, // M
  inner: 1, // K
  columns: 2, // N
  aAt: 3,
  aRow: 4,
  bAt: 5,
  bRow: 6,
  cAt: 7,
  cRow: 8,
} as const;
/** Words of `sizes`. */
export const SIZE_WORDS = 12;
