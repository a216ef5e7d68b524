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
  slices: 9, // S parts of the sum over k, each written to a C of its own; 1 = the whole product
  depth: 10, // K of a slice, a multiple of 16 where there are several
} as const;

/** Words of `sizes`. */
export const SIZE_WORDS = 12;
