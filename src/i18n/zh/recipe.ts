// Simplified Chinese: the recipe of cleaning as the reader's own: missing fields, own rules, undo, and the recipe as a file.
import type { MissingSettings } from '../../core/settings';
import type { recipe as english } from '../en/recipe';

const how: Record<MissingSettings['how'], string> = {
  drop: '这一行不参加训练',
  fill: '在空栏里填一个词',
  repeat: '在空栏里重复另一栏',
};

/** Words of the recipe. */
export const recipe: typeof english = {
  missing: { what: '怎样处理这样的行', how, word: '填入的词' },
};
