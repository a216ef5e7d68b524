// What differs between two recipes, so that undo can say what it undoes.
import type { CleanSettings } from '../../../core/settings';
import { RULES, type Rule } from '../../../core/types';

/** The difference of two recipes; 'several' where it is more than one. */
export type RecipeChange =
  | { kind: 'rule'; rule: Rule; isOn: boolean }
  | { kind: 'own' | 'missing' | 'agencies' | 'several' };

/** Says what was changed between a recipe and the one that followed it. */
export function changeOf(before: CleanSettings, after: CleanSettings): RecipeChange {
  const rules = RULES.filter((rule) => before.rules[rule] !== after.rules[rule]).map(
    (rule): RecipeChange => ({ kind: 'rule', rule, isOn: after.rules[rule] }),
  );
  const lists = (['own', 'missing', 'agencies'] as const)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((kind): RecipeChange => ({ kind }));
  const all = [...rules, ...lists];
  return all.length === 1 ? all[0] : { kind: 'several' };
}
