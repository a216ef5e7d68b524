// English: the recipe of cleaning as the reader's own: missing fields, own rules, undo, and the recipe as a file.
import type { MissingSettings } from '../../core/settings';

const how: Record<MissingSettings['how'], string> = {
  drop: 'Leave the row out of train',
  fill: 'Put a word in the empty field',
  repeat: 'Repeat the other field there',
};

/** Words of the recipe. */
export const recipe = {
  missing: { what: 'What happens to such a row', how, word: 'Word' },
};
