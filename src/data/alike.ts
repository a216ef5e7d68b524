// A file beside another one of the same dataset that was read before: columns that are called alike mean the same in both.
import {
  columnAt,
  referenceTo,
  type ColumnRole,
  type FileReading,
  type ReadPlan,
} from '../core/reading';

type Names = readonly (string | null)[];

/** A plan in which the file before answers what a plan leaves open; a label that only that file has is none here. */
export function planLike({ like, ...plan }: ReadPlan, names: Names): ReadPlan {
  if (!like) return plan;
  const { columns } = like;
  const isNamed = names.some((name) => name !== null);
  if (!isNamed && names.length !== columns.length) return plan;
  const before = namesOf(like);
  const here = (reference: string) =>
    isNamed ? reference : String(columnAt(before, reference) + 1); // of as many columns the same one
  const has = (reference: string) => columnAt(names, here(reference)) >= 0;
  const text = plan.text ?? referencesTo(like, 'text');
  if (!text.every(has)) return plan;
  const one = (role: 'label' | 'split' | 'id', lacking: null | undefined) => {
    const given = plan[role];
    if (given === null) return null;
    const reference = given ?? referencesTo(like, role).at(0);
    if (reference === undefined) return undefined;
    return has(reference) ? here(reference) : given === undefined ? lacking : null;
  };
  const roles = {
    label: one('label', null),
    split: one('split', undefined),
    id: one('id', undefined),
  };
  return { ...plan, text: text.map(here), ...roles };
}

/** Whether a file has columns of the one before, but no text: what is to be handed in, or answers without their texts. */
export function lacksTexts(names: Names, like: FileReading): boolean {
  const known = namesOf(like);
  const given = names.filter((name) => name !== null);
  const texts = referencesTo(like, 'text');
  return (
    given.length > 0 &&
    given.every((name) => known.includes(name)) &&
    !texts.some((text) => columnAt(names, text) >= 0)
  );
}

/** Whether a row holds names of the columns of the file before. */
export function isHeaderLike(cells: readonly string[], like: FileReading): boolean {
  const known = namesOf(like);
  const given = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return given.length > 0 && 2 * given.filter((cell) => known.includes(cell)).length > given.length;
}

function namesOf({ columns }: FileReading): Names {
  return columns.map(({ name }) => name);
}

function referencesTo({ columns }: FileReading, role: ColumnRole): string[] {
  return columns.flatMap((column, i) => (column.role === role ? [referenceTo(columns, i)] : []));
}
