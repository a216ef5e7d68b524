// What the columns of a file are for, as somebody chooses it: one label, one split and one id at most.
import {
  columnAt,
  referenceTo,
  type ColumnRole,
  type FileColumn,
  type ReadPlan,
} from '../../../core/reading';

/** Roles after one was chosen; whoever had a role that only one column can have loses it. */
export function withRole(
  roles: readonly ColumnRole[],
  index: number,
  role: ColumnRole,
): ColumnRole[] {
  const isMany = role === 'text' || role === 'unused';
  return roles.map((other, i) => {
    if (i === index) return role;
    return !isMany && other === role ? 'unused' : other;
  });
}

/** The plan that says what every column is for. */
export function planOf(
  columns: readonly Pick<FileColumn, 'name'>[],
  roles: readonly ColumnRole[],
): ReadPlan {
  const of = (role: ColumnRole) =>
    roles.flatMap((own, i) => (own === role ? [referenceTo(columns, i)] : []));
  const one = (role: ColumnRole) => of(role).at(0) ?? null;
  return { text: of('text'), label: one('label'), split: one('split'), id: one('id') };
}

/** The plan of a file beside the first one, which leaves open what only a column of the first can be. */
export function planBeside(
  plan: ReadPlan,
  columns: readonly Pick<FileColumn, 'name'>[],
  first: readonly FileColumn[],
): ReadPlan {
  const open = { ...plan };
  const names = columns.map(({ name }) => name);
  for (const role of ['label', 'split', 'id'] as const) {
    const name = first.find((column) => column.role === role)?.name ?? null;
    if (plan[role] === null && name !== null && columnAt(names, name) < 0) delete open[role];
  }
  return open;
}
