// Keys of derived things: a hash of everything that decides them, so that nothing is computed twice and nothing stale is used.
// SHA-256 in JavaScript, because crypto.subtle is missing on plain HTTP.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { SPLIT_OPTIONS } from '../clean/config';
import type { CleanSettings } from '../core/settings';
import { RULES, type Dataset } from '../core/types';
import { TEXT_OPTIONS } from '../text/config';
import type { PrepareRequest } from './api';

/** Changes whenever cleaning, tokenizing, splitting or the form of their artifacts change. */
const PIPELINE = 4;

/** Changes whenever what a survey finds, or what it means, changes. */
const SURVEY = 2;

/** The key of the cleaned texts of a dataset. */
export function cleanKeyOf(dataset: Dataset, clean: CleanSettings): string {
  const { rules, missing, agencies, own } = clean;
  return keyOf(
    'clean',
    partsOf(dataset),
    RULES.map((rule) => rules[rule]),
    [missing.how, missing.word],
    agencies,
    own.map(({ find, replace, isPattern, matchCase, wholeWords, isOn }) => [
      find,
      replace,
      isPattern,
      matchCase,
      wholeWords,
      isOn,
    ]),
  );
}

/** The key of a report for which no texts are kept. */
export function auditKeyOf(cleanKey: string): string {
  return keyOf('audit', cleanKey);
}

/** The key of what a survey finds in the cleaned texts, whatever their labels. */
export function rowFactsKeyOf(cleanKey: string, { language }: Dataset): string {
  return keyOf('row facts', SURVEY, cleanKey, language);
}

/** The key of a survey. */
export function surveyKeyOf(factsKey: string, { classes, labelChanges }: Dataset): string {
  return keyOf('survey', factsKey, classes.length, labelChanges);
}

/** The key of everything that preparing makes of the cleaned texts. */
export function preparedKeyOf(dataset: Dataset, cleanKey: string, request: PrepareRequest): string {
  const text = TEXT_OPTIONS.map(({ key }) => request.text[key]);
  return keyOf(
    'encoded',
    cleanKey,
    [...text, dataset.language],
    SPLIT_OPTIONS.map(({ key }) => request.split[key]),
    dataset.classes.length,
    dataset.labelChanges,
    request.tokenizerOf,
  );
}

/** A part may grow by rows that people add: its id alone does not tell its content. */
function partsOf({ train, test }: Dataset): ([string, number] | null)[] {
  return [train, test].map((part) => part && [part.id, part.rowCount]);
}

function keyOf(...inputs: unknown[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([PIPELINE, ...inputs]));
  return bytesToHex(sha256(bytes)).slice(0, 32);
}
