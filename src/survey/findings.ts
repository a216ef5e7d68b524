// The rows that each figure of a survey stands on. Rows are counted through both parts, train first.
import { SCRIPTS, type Finding, type GroupKind } from '../core/survey';
import { NO_LABEL } from '../core/types';
import { chooseGroups, gatherGroups, type RowGroups } from './groups';

/** What is known of every row, whatever its label. */
export interface RowFacts {
  firstEqual: Uint32Array<ArrayBuffer>; // the first row with an equal text
  firstNear: Uint32Array<ArrayBuffer>; // the first row of its group of texts that are nearly the same
  copies: Uint32Array<ArrayBuffer>; // test rows that are equal to a train row, or nearly so
  lengths: Uint32Array<ArrayBuffer>; // as core/survey.ts says
  scripts: Uint8Array<ArrayBuffer>; // index in SCRIPTS, or above
  letters: number[]; // of each script, in all rows
  languages: Uint8Array<ArrayBuffer>; // index in `codes`, or NOT_ASKED
  codes: string[]; // of the languages found; '' = not recognised
  missing: Uint32Array<ArrayBuffer>; // bit i is set where field i is empty or blank
  empty: Uint32Array<ArrayBuffer>; // rows of which cleaning leaves nothing
}

/** The language of a row that was not in the sample. */
export const NOT_ASKED = 255;

/** All rows of a dataset. */
export interface SurveyedRows {
  facts: RowFacts;
  labels: Uint16Array; // of each row
  trainRows: number; // rows from here on are of test
}

/** Rows in the order in which they are shown; in groups where they stand in groups. */
export interface FoundRows {
  rows: Uint32Array;
  groups: RowGroups | null;
}

/** The rows behind a finding. */
export function findRows(finding: Finding, all: SurveyedRows): FoundRows {
  const { facts, labels } = all;
  const where = (isFound: (row: number) => boolean): FoundRows => ({
    rows: Uint32Array.from(labels.keys()).filter(isFound),
    groups: null,
  });
  switch (finding.kind) {
    case 'missing':
      return where((row) => ((facts.missing[row] >>> finding.field) & 1) === 1);
    case 'empty':
      return { rows: facts.empty, groups: null };
    case 'copies':
      return { rows: facts.copies, groups: null };
    case 'unlabelled':
      return where((row) => labels[row] === NO_LABEL);
    case 'class':
      return where((row) => labels[row] === finding.label);
    case 'script':
      return where((row) => SCRIPTS[facts.scripts[row]] === finding.script);
    case 'language':
      return where((row) => facts.codes[facts.languages[row]] === finding.code);
    case 'shortest':
      return { rows: byLength(facts.lengths), groups: null };
    case 'longest':
      return { rows: byLength(facts.lengths).reverse(), groups: null };
    case 'equal':
    case 'equalAcross':
    case 'conflict':
    case 'near':
    case 'nearAcross':
    case 'nearConflict': {
      const groups = findGroups(finding.kind, all);
      return { rows: groups.rows, groups };
    }
    default:
      return finding satisfies never;
  }
}

/** The groups of a kind. */
export function findGroups(kind: GroupKind, { facts, labels, trainRows }: SurveyedRows): RowGroups {
  const { firstEqual, firstNear } = facts;
  const isAcross = (rows: Uint32Array) => rows[0] < trainRows && rows[rows.length - 1] >= trainRows;
  const differs = (rows: Uint32Array) => {
    const given = rows.map((row) => labels[row]).filter((label) => label !== NO_LABEL);
    return given.some((label) => label !== given[0]);
  };
  if (kind === 'equal' || kind === 'equalAcross' || kind === 'conflict') {
    const equal = gatherGroups(firstEqual);
    if (kind === 'equal') return equal;
    return chooseGroups(equal, kind === 'conflict' ? differs : isAcross);
  }
  const near = chooseGroups(gatherGroups(firstNear), (rows) =>
    rows.some((row) => firstEqual[row] !== firstEqual[rows[0]]),
  );
  if (kind === 'near') return near;
  return chooseGroups(near, kind === 'nearConflict' ? differs : isAcross);
}

/** All rows, the shortest first; of equally long ones the first first. */
function byLength(lengths: Uint32Array): Uint32Array {
  const scale = 2 ** Math.ceil(Math.log2(Math.max(2, lengths.length))); // a power of two, so that dividing is exact
  const keys = Float64Array.from(lengths, (length, row) => length * scale + row).sort();
  return Uint32Array.from(keys, (key) => key % scale);
}
