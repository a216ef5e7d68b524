// In which form a file's rows are written, told by its first bytes rather than by its name.
import { fail } from '../core/errors';
import type { ReadPlan } from '../core/reading';
import type { Dialect } from './csv';
import { guessDialect, type Head } from './dialect';
import { guessJson, type JsonForm } from './json-form';
import { FASTTEXT_PREFIX } from './labelled-lines';

/** How rows are written. */
export type Format =
  | { kind: 'separated'; dialect: Dialect }
  | { kind: 'labelled-lines'; prefix: typeof FASTTEXT_PREFIX | '' }
  | { kind: 'lines' } // one text each
  | { kind: JsonForm }
  | { kind: 'parquet' }; // told before, by its mark

const LF = 10;
const PROSE = /(^[^.]+|\.txt)(\.gz)?$/i; // such a file may be lines of text as well as fields
const FASTTEXT = /^\s*__label__\S/;
const TREC = /^[A-Z]{2,12}:[A-Za-z]+ \S/;
const LABEL_AND_SUB = /^(\p{L}[\p{L}\p{N}_.-]*:[\p{L}\p{N}_][\p{L}\p{N}_.-]*) \S/u;
const LEAST_RETURNS = 3; // lines to a label, on average
const SAMPLE_BYTES = 64 * 1024;
const ENOUGH = 0.8; // share of lines that must fit

/** How rows are written in a file of text. */
export type TextFormat = Exclude<Format, { kind: 'parquet' }>;

/** Guesses the form by a file's head, unless a plan says what parts its fields. */
export function guessFormat(head: Head, { delimiter }: ReadPlan): TextFormat {
  if (delimiter === '') return { kind: 'lines' };
  if (delimiter === ' ') return labelledLines(firstLines(head).lines);
  if (delimiter) return { kind: 'separated', dialect: guessDialect(head, delimiter).dialect };
  const { lines, isCut } = firstLines(head);
  if (/^\s*<(!doctype html|html[\s>])/i.test(lines[0] ?? ''))
    throw fail('bad-file', 'file.unknown', { file: head.file });
  const json = guessJson(head, lines, isCut);
  if (json) return { kind: json };
  if (share(lines, FASTTEXT) >= ENOUGH || share(lines, TREC) >= ENOUGH || haveLabels(lines, isCut))
    return labelledLines(lines);
  const { dialect, share: steady } = guessDialect(head);
  // Prose has commas too, but not the same number of them in every line.
  if (PROSE.test(head.file) && steady < ENOUGH) return { kind: 'lines' };
  return { kind: 'separated', dialect };
}

function labelledLines(lines: readonly string[]): TextFormat {
  const prefix = share(lines, FASTTEXT) >= ENOUGH ? FASTTEXT_PREFIX : '';
  return { kind: 'labelled-lines', prefix };
}

/** Whether all lines begin with a `label:sub` as TREC's do, and these return: prose may begin so once. */
function haveLabels(lines: readonly string[], isCut: boolean): boolean {
  const whole = isCut ? lines.slice(0, -1) : lines;
  const labels = new Set(whole.map((line) => LABEL_AND_SUB.exec(line)?.[1]));
  return whole.length > 0 && !labels.has(undefined) && labels.size * LEAST_RETURNS <= whole.length;
}

function share(lines: readonly string[], form: RegExp): number {
  return lines.filter((line) => form.test(line)).length / lines.length;
}

/** Lines of the head that are not blank: two at least if it has them whole. The last one may be cut. */
function firstLines({ bytes, isWhole }: Head): { lines: string[]; isCut: boolean } {
  const second = bytes.indexOf(LF, bytes.indexOf(LF) + 1);
  const end = second < 0 ? bytes.length : Math.max(SAMPLE_BYTES, second);
  const text = new TextDecoder().decode(bytes.subarray(0, end));
  const lines = text.split(/\r\n|\n/).filter((line) => line.trim() !== '');
  return { lines, isCut: end < bytes.length || !isWhole };
}
