// Rows in which some text field is empty while another is not. A row without any text is the business of the rule for empty rows.
import type { MissingSettings } from '../core/settings';

const TEXT = /\S/; // asked only where the first character does not tell

/** Whether a row lacks some field but not all. */
export function isMissing(fields: readonly string[]): boolean {
  let filled = 0;
  for (const field of fields) if (hasText(field)) filled++;
  return filled > 0 && filled < fields.length;
}

/** The fields of a row that lacks some, with another text in the empty ones; for 'drop' as they are. */
export function fillFields(
  fields: readonly string[],
  { how, word }: MissingSettings,
): readonly string[] {
  if (how === 'drop') return fields;
  const other = how === 'fill' ? word : fields.find(hasText);
  return fields.map((field) => (hasText(field) ? field : (other ?? '')));
}

function hasText(field: string): boolean {
  return field !== '' && (field.charCodeAt(0) > 32 || TEXT.test(field));
}
