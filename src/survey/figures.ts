// The figures of a survey, counted from what is known of every row.
import { GROUP_KINDS, SCRIPTS, type GroupCount, type GroupKind, type Survey } from '../core/survey';
import { NO_LABEL, type Dataset } from '../core/types';
import { findGroups, NOT_ASKED, type SurveyedRows } from './findings';

/** The figures that words alone give. */
export type WordFigures = Pick<
  Survey,
  'telling' | 'leaking' | 'labelledRows' | 'wordRows' | 'majority'
>;

/** The figures that words have no part in. */
export type Figures = Omit<Survey, keyof WordFigures | 'labelChanges'>;

/** Counts everything. */
export function countFigures(
  all: SurveyedRows,
  { fields, classes, language }: Pick<Dataset, 'fields' | 'classes' | 'language'>,
): Figures {
  const { facts, labels, trainRows } = all;
  const counts = new Array<number>(classes.length).fill(0);
  let unlabelled = 0;
  for (const label of labels)
    if (label === NO_LABEL) unlabelled++;
    else counts[label]++;
  const groups = Object.fromEntries(GROUP_KINDS.map((kind) => [kind, countGroups(kind, all)]));
  return {
    rows: { train: trainRows, test: labels.length - trainRows },
    missing: fields.map((_, field) => countBits(facts.missing, field)),
    empty: facts.empty.length,
    copies: facts.copies.length,
    unlabelled,
    groups: groups as Record<GroupKind, GroupCount>,
    classCounts: counts,
    lengths: { unit: language === 'unspaced' ? 'characters' : 'words', ...spread(facts.lengths) },
    scripts: countScripts(all),
    languages: countLanguages(all),
  };
}

function countGroups(kind: GroupKind, all: SurveyedRows): GroupCount {
  const { rows, starts } = findGroups(kind, all);
  const train = rows.reduce((sum, row) => sum + Number(row < all.trainRows), 0);
  return { groups: starts.length - 1, rows: { train, test: rows.length - train } };
}

function countBits(missing: Uint32Array, field: number): number {
  return missing.reduce((sum, bits) => sum + ((bits >>> field) & 1), 0);
}

function spread(lengths: Uint32Array): Omit<Survey['lengths'], 'unit'> {
  const sorted = lengths.toSorted();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { shortest: at(0), median: at(0.5), p95: at(0.95), longest: at(1) };
}

function countScripts({ facts }: SurveyedRows): Survey['scripts'] {
  const rows = new Array<number>(SCRIPTS.length).fill(0);
  for (const script of facts.scripts) if (script < rows.length) rows[script]++;
  return SCRIPTS.map((script, i) => ({ script, letters: facts.letters[i], rows: rows[i] }))
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.letters - a.letters);
}

function countLanguages({ facts }: SurveyedRows): Survey['languages'] {
  const rows = new Array<number>(facts.codes.length).fill(0);
  let asked = 0;
  for (const language of facts.languages) {
    if (language === NOT_ASKED) continue;
    asked++;
    rows[language]++;
  }
  const found = facts.codes.map((code, i) => ({ code, rows: rows[i] }));
  return { asked, found: found.sort((a, b) => b.rows - a.rows) };
}
