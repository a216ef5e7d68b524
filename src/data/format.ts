// In which form a file's rows are written, told by its first bytes rather than by its name.
import { fail } from '../core/errors';
import type { ReadPlan } from '../core/reading';
import type { Dialect } from './csv';
import { guessDialect, type Head } from './dialect';
import { parseObject } from './json-rows';
import { FASTTEXT_PREFIX } from './labelled-lines';

/** How rows are written. */
export type Format =
  | { kind: 'separated'; dialect: Dialect }
  | { kind: 'labelled-lines'; prefix: typeof FASTTEXT_PREFIX | '' }
  | { kind: 'lines' } // one text each
  | { kind: 'json-lines' | 'json-array' }
  | { kind: 'parquet' }; // told before, by its mark

const PROSE = /(^[^.]+|\.txt)(\.gz)?$/i; // such a file may be lines of text as well as fields
const SAMPLE_BYTES = 64 * 1024;
const ENOUGH = 0.8; // share of lines that must fit

/** How rows are written in a file of text. */
export type TextFormat = Exclude<Format, { kind: 'parquet' }>;

/** Guesses the form by a file's head, unless a plan says what parts its fields. */
export function guessFormat(head: Head, { delimiter }: ReadPlan): TextFormat {
  if (delimiter === '') return { kind: 'lines' };
  if (delimiter) return { kind: 'separated', dialect: guessDialect(head, delimiter).dialect };
  const lines = firstLines(head.bytes);
  if (/^\s*<(!doctype html|html[\s>])/i.test(lines[0] ?? ''))
    throw fail('bad-file', 'file.unknown', { file: head.file });
  if (lines.length > 0 && /^\s*\[\s*([{\]]|$)/.test(lines.slice(0, 2).join(' ')))
    return { kind: 'json-array' };
  if (isJsonLine(lines[0] ?? '') || isJsonLine(lines[1] ?? '')) return { kind: 'json-lines' };
  const share = (form: RegExp) => lines.filter((line) => form.test(line)).length / lines.length;
  if (share(/^\s*__label__\S/) >= ENOUGH)
    return { kind: 'labelled-lines', prefix: FASTTEXT_PREFIX };
  if (share(/^[A-Z]{2,12}:[A-Za-z]+ \S/) >= ENOUGH) return { kind: 'labelled-lines', prefix: '' };
  const { dialect, share: steady } = guessDialect(head);
  // Prose has commas too, but not the same number of them in every line.
  if (PROSE.test(head.file) && steady < ENOUGH) return { kind: 'lines' };
  return { kind: 'separated', dialect };
}

function isJsonLine(line: string): boolean {
  return line.trimStart().startsWith('{') && parseObject(line) !== null;
}

/** Lines of the head that are not blank, the last one perhaps cut. */
function firstLines(head: Uint8Array): string[] {
  const text = new TextDecoder().decode(head.subarray(0, SAMPLE_BYTES));
  return text.split(/\r\n|\n/).filter((line) => line.trim() !== '');
}
