// Roles that are chosen on one of several files, as a plan for all of them.
import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../../../../src/core/reading';
import { planBeside, planOf } from '../../../../src/ui/pages/data/column-roles';

const columns = (...all: [string, ColumnRole][]) => all.map(([name, role]) => ({ name, role }));

describe('roles chosen on a file beside the first', () => {
  const first = columns(['id', 'id'], ['text', 'text'], ['target', 'label']);

  it('leave the label open that only the first has', () => {
    const other = columns(['id', 'unused'], ['text', 'text']);
    const plan = planOf(
      other,
      other.map(({ role }) => role),
    );
    expect(planBeside(plan, other, first)).toEqual({ text: ['text'], split: null, id: null });
  });

  it('say that there is no label where both have the column', () => {
    const plan = { text: ['text'], label: null, split: null, id: 'id' };
    expect(planBeside(plan, first, first)).toEqual(plan);
  });
});
