// Rows in which some text field is empty while another is not. A row without any text is the business of the rule for empty rows.
import type { MissingSettings } from '../core/settings';

const TEXT = /\S/; // asked only where the first character does not tell
const [LAST_BLANK, LAST_PLAIN] = [0x20, 0x7e]; // of ASCII; a no-break or ideographic space lies above

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

/** Whether a field has anything but blanks. */
export function hasText(field: string): boolean {
  const first = field.charCodeAt(0); // NaN where there is none
  return (first > LAST_BLANK && first <= LAST_PLAIN) || TEXT.test(field);
}
