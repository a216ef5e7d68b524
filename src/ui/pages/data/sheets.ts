// A long table in sheets: browsers cap the height of an element (Firefox at 17.8 million pixels, Chromium at 33.5 million),
// so a table of a million rows is laid out a hundred thousand rows at a time.

/** Rows of one sheet; at the tallest row of 130 px a sheet is 13 million pixels tall. */
export const SHEET_ROWS = 100_000;

/** How many sheets hold so many rows; at least one. */
export function sheetCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / SHEET_ROWS));
}

/** The sheet on which a row stands. */
export function sheetOf(row: number): number {
  return Math.floor(row / SHEET_ROWS);
}

/** The rows of a sheet: start inclusive, end exclusive. */
export function rowsOf(sheet: number, rows: number): { rowStart: number; rowEnd: number } {
  const rowStart = sheet * SHEET_ROWS;
  return { rowStart, rowEnd: Math.min(rows, rowStart + SHEET_ROWS) };
}
