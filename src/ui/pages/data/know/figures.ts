// The figures of a survey as lines of a table, each with the finding that opens its rows.
import type { Finding, GroupKind, Survey } from '../../../../core/survey';
import type { Dataset } from '../../../../core/types';
import type { Catalogue } from '../../../../i18n/catalogue';

/** A line of the table. */
export interface FigureLine {
  name: string;
  why: string;
  rows: number;
  groups: number | null; // null = the rows stand by themselves
  finding: Finding;
}

type Words = Catalogue['know'];

/** All lines, those about repeats first; some are left out where there is nothing to count. */
export function figureLines(words: Words, survey: Survey, dataset: Dataset): FigureLine[] {
  const hasBoth = survey.rows.test > 0 && survey.rows.train > 0;
  const kinds: GroupKind[] = hasBoth
    ? ['equal', 'equalAcross', 'conflict', 'near', 'nearAcross', 'nearConflict']
    : ['equal', 'conflict', 'near', 'nearConflict'];
  const { unit } = survey.lengths;
  const groups = kinds.map((kind): FigureLine => {
    const { groups, rows } = survey.groups[kind];
    const { name, why } = words.groups[kind];
    return { name, why: why(unit), rows: rows.train + rows.test, groups, finding: { kind } };
  });
  const missing = dataset.fields.map((field, i) =>
    single(words.missing.name(field), words.missing.why, survey.missing[i], {
      kind: 'missing',
      field: i,
    }),
  );
  return [
    ...groups,
    ...(hasBoth
      ? [single(words.copies.name, words.copies.why(unit), survey.copies, { kind: 'copies' })]
      : []),
    ...missing,
    single(words.empty.name, words.empty.why, survey.empty, { kind: 'empty' }),
    single(words.unlabelled.name, words.unlabelled.why, survey.unlabelled, { kind: 'unlabelled' }),
    ...balanceLines(words, survey, dataset),
    ...lengthLines(words, survey),
  ];
}

function single(name: string, why: string, rows: number, finding: Finding): FigureLine {
  return { name, why, rows, groups: null, finding };
}

function balanceLines(
  words: Words,
  { classCounts: counts, unlabelled, rows }: Survey,
  dataset: Dataset,
) {
  const labelled = rows.train + rows.test - unlabelled;
  if (labelled === 0) return [];
  return (
    [
      ['largest', Math.max],
      ['smallest', Math.min],
    ] as const
  ).map(([which, choose]) => {
    const label = counts.indexOf(choose(...counts));
    const name = dataset.classes[label].name;
    const why = words[which].why(counts[label] / labelled);
    return single(words[which].name(name), why, counts[label], { kind: 'class', label });
  });
}

function lengthLines(words: Words, { lengths, rows }: Survey): FigureLine[] {
  const { unit, shortest, median, p95, longest } = lengths;
  const all = rows.train + rows.test;
  const isBoth = rows.train > 0 && rows.test > 0;
  return [
    single(words.lengths.shortest, words.lengths.spread(shortest, median, p95, unit), all, {
      kind: 'shortest',
    }),
    single(words.lengths.longest, words.lengths.most(longest, unit, isBoth), all, {
      kind: 'longest',
    }),
  ];
}
