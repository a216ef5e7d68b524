// In which form a file's rows are written, told by its first bytes rather than by its name.
import type { Dialect } from './csv';
import { guessDialect } from './dialect';
import { parseObject } from './json-rows';
import { FASTTEXT_PREFIX } from './labelled-lines';

/** How rows are written. */
export type Format =
  | { kind: 'separated'; dialect: Dialect }
  | { kind: 'labelled-lines'; prefix: typeof FASTTEXT_PREFIX | '' }
  | { kind: 'json-lines' | 'json-array' };

const SAMPLE_BYTES = 64 * 1024;
const ENOUGH = 0.8; // share of lines that must fit

/** Guesses the form by a file's head. */
export function guessFormat(head: Uint8Array, isWhole: boolean, file: string): Format {
  const lines = firstLines(head);
  if (lines.length > 0 && /^\s*\[\s*([{\]]|$)/.test(lines.slice(0, 2).join(' ')))
    return { kind: 'json-array' };
  if (isJsonLine(lines[0] ?? '') || isJsonLine(lines[1] ?? '')) return { kind: 'json-lines' };
  const share = (form: RegExp) => lines.filter((line) => form.test(line)).length / lines.length;
  if (share(/^\s*__label__\S/) >= ENOUGH)
    return { kind: 'labelled-lines', prefix: FASTTEXT_PREFIX };
  if (share(/^[A-Z]{2,12}:[A-Za-z]+ \S/) >= ENOUGH) return { kind: 'labelled-lines', prefix: '' };
  return { kind: 'separated', dialect: guessDialect(head, isWhole, file) };
}

function isJsonLine(line: string): boolean {
  return line.trimStart().startsWith('{') && parseObject(line) !== null;
}

/** Lines of the head that are not blank, the last one perhaps cut. */
function firstLines(head: Uint8Array): string[] {
  const text = new TextDecoder().decode(head.subarray(0, SAMPLE_BYTES));
  return text.split(/\r\n|\n/).filter((line) => line.trim() !== '');
}
