// Before and after as an editor marks them: by words first, then by characters within the words that changed.
// Myers (1986), "An O(ND) Difference Algorithm and Its Variations", through the package `diff`.
import { diffChars, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { Mark } from '../core/types';

const FEW_PIECES = 4;
const FINE_CHARS = 400; // longer stretches are marked by words only

/** The stretches that stayed, went and came; without the inserted ones they spell `before`, without the deleted ones `after`. */
export function markChanges(before: string, after: string): Mark[] {
  const marks: Mark[] = [];
  const changes = diffWordsWithSpace(before, after);
  for (let i = 0; i < changes.length; i++) {
    const next = changes.at(i + 1);
    const isPair = changes[i].removed && next?.added === true;
    const isShort = isPair && changes[i].value.length + next.value.length <= FINE_CHARS;
    const fine = isShort ? diffChars(changes[i].value, next.value) : [];
    if (isReadable(fine)) {
      for (const change of fine) append(marks, change);
      i++;
    } else append(marks, changes[i]);
  }
  return marks;
}

/** Another word in a word's place, marked by its chance letters in common, could not be read. */
function isReadable(fine: readonly ChangeObject<string>[]): boolean {
  const count = (isOf: (change: ChangeObject<string>) => boolean) =>
    fine.reduce((sum, change) => sum + (isOf(change) ? change.value.length : 0), 0);
  const kept = count(({ added, removed }) => !added && !removed);
  const most =
    kept +
    Math.max(
      count(({ added }) => added),
      count(({ removed }) => removed),
    );
  return fine.length > 0 && (fine.length <= FEW_PIECES || 2 * kept >= most);
}

function append(marks: Mark[], { value, added, removed }: ChangeObject<string>): void {
  const kind = added ? 'inserted' : removed ? 'deleted' : 'same';
  const last = marks.at(-1);
  if (last?.kind === kind) last.text += value;
  else if (value !== '') marks.push({ kind, text: value });
}
