// Which columns of a wide table are drawn: thousands of them would stop the page.
import type { ColumnRole } from '../../../core/reading';

const MOST_DRAWN = 40;
const MOST_FOUND = 12;

/** Places of the columns to draw, ascending: those that somebody wanted, those with a role, and the first of the others. */
export function drawnColumns(roles: readonly ColumnRole[], wanted: readonly number[]): number[] {
  if (roles.length <= MOST_DRAWN) return roles.map((_, i) => i);
  const drawn = new Set(wanted);
  const add = (at: number) => drawn.size < MOST_DRAWN + wanted.length && drawn.add(at);
  roles.forEach((role, at) => role !== 'unused' && add(at));
  roles.forEach((_, at) => add(at));
  return [...drawn].sort((a, b) => a - b);
}

/** Places of the first columns whose names have a word in them and that are not drawn. */
export function findColumns(
  names: readonly string[],
  drawn: readonly number[],
  word: string,
): number[] {
  const wanted = word.trim().toLowerCase();
  const found: number[] = [];
  if (wanted === '') return found;
  const known = new Set(drawn);
  for (let at = 0; at < names.length && found.length < MOST_FOUND; at++)
    if (!known.has(at) && names[at].toLowerCase().includes(wanted)) found.push(at);
  return found;
}
