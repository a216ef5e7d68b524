// What a column's cells look like, told without its name.

const NUMBER = /^[-+]?\d+([.,]\d+)?([eE][-+]?\d+)?$/;
// Perhaps the day of the week, then the date, and behind it what time, zone and year are written with.
const DATE =
  /^\p{L}{0,9}\.?,?\s*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\p{L}{3,9}\.? \d{1,2},?|\d{1,2}\.? \p{L}{3,9}\.?,?|\d{4}年\d{1,2}月\d{1,2}日)[\s\d:.,+TZ-]*(?:\p{Lu}{2,4})?[\s\d]*$/u;
const ADDRESS = /^(https?:\/\/|www\.)\S+$/i;
const MOST = 0.9; // share of cells that must be of a kind
const LEAST = 3; // cells that show anything
const MOST_DATE = 40; // characters

/** Whether a cell is a number. */
export function isNumber(cell: string): boolean {
  return NUMBER.test(cell.trim());
}

/** Cells that hold anything, without white space around it. */
export function filled(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** Whether filled cells are numbers, dates or addresses, of which none reads as a text. */
export function areMarks(cells: readonly string[]): boolean {
  return [isNumber, isDate, (cell: string) => ADDRESS.test(cell)].some((is) =>
    areMostly(cells, is),
  );
}

/** Whether cells are whole numbers and all different, as an index is that was written beside the rows. */
export function areNumbers(cells: readonly string[]): boolean {
  if (cells.length < LEAST || !cells.every((cell) => /^\d+$/.test(cell))) return false;
  return new Set(cells).size === cells.length;
}

/** Whether each value comes more than once. */
export function isRepeating(cells: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts.size > 0 && [...counts.values()].every((count) => count > 1);
}

/** Mean of some measure of cells; 0 where there are none. */
export function meanOf(cells: readonly string[], measure: (cell: string) => number): number {
  return cells.reduce((sum, cell) => sum + measure(cell), 0) / Math.max(1, cells.length);
}

function isDate(cell: string): boolean {
  return cell.length <= MOST_DATE && /\d/.test(cell) && DATE.test(cell);
}

function areMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length >= MOST * cells.length;
}
