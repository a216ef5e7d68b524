// What a look at a whole dataset finds, and how its rows are searched: the words between the data worker and the page.
import type { CleanSettings } from './settings';
import type { LengthHistogram, Mark, RowView, Split } from './types';

/** The scripts that are told apart. */
export const SCRIPTS = [
  'latin',
  'han',
  'kana',
  'hangul',
  'cyrillic',
  'greek',
  'arabic',
  'hebrew',
  'devanagari',
  'thai',
  'other',
] as const;

/** A script. */
export type ScriptName = (typeof SCRIPTS)[number];

/** Rows that a figure of the survey stands on. */
export type Finding =
  | { kind: 'missing'; field: number } // a field of them is empty or blank; index in Dataset.fields
  | { kind: 'empty' } // cleaning leaves nothing of them
  | { kind: 'copies' } // test rows that are equal to a train row, or nearly so
  | { kind: 'unlabelled' }
  | { kind: GroupKind }
  | { kind: 'class'; label: number }
  | { kind: 'shortest' | 'longest' } // all rows, in this order
  | { kind: 'script'; script: ScriptName } // most of their letters are of it
  | { kind: 'language'; code: string }; // among the rows that were asked

/** A stretch of the rows behind a finding. */
export interface FindingRange {
  start: number;
  end: number; // exclusive
  labelChanges: number; // Dataset.labelChanges when the finding was opened: its list stays while labels are given
}

/** What rows that stand in groups have in common; texts are compared as cleaned, over both parts. */
export const GROUP_KINDS = [
  'equal', // equal texts
  'equalAcross', // equal texts, in train and in test
  'conflict', // equal texts with different labels
  'near', // texts that are nearly the same, and not all equal
  'nearAcross', // such, in train and in test
  'nearConflict', // such, with different labels
] as const;

/** One of them. */
export type GroupKind = (typeof GROUP_KINDS)[number];

/** How many groups there are, and the rows in them. */
export interface GroupCount {
  groups: number;
  rows: Record<Split, number>;
}

/** A word that tells a class from the others: Monroe, Colaresi & Quinn (2008). */
export interface TellingWord {
  word: string;
  count: number; // in texts of the class
  all: number; // in all texts
  z: number; // log-odds ratio over its standard deviation
}

/** A word that by itself gives much of the label away, or the name of an agency, however little that tells. */
export interface LeakingWord {
  word: string; // in lower case; a name as it is spelled
  isAgency: boolean;
  rows: number; // with the word
  byClass: number[]; // of them, in each class
  bits: number; // mutual information of the word and the label
  accuracy: number; // of answering by this word alone, 0 to 1
}

/** What a look at a whole dataset finds. */
export interface Survey {
  rows: Record<Split, number>;
  missing: number[]; // rows in which a field is empty or blank, by field
  empty: number;
  copies: number; // test rows that are equal to a train row, or nearly so, themselves and not through others
  unlabelled: number;
  groups: Record<GroupKind, GroupCount>;
  classCounts: number[]; // rows of each class, of both parts
  lengths: {
    unit: LengthHistogram['unit'];
    shortest: number;
    median: number;
    p95: number;
    longest: number;
  }; // as in the file, all fields of a row together: what white space parts, or characters in scripts without spaces
  scripts: { script: ScriptName; letters: number; rows: number }[]; // by falling letters; only those that occur
  languages: { asked: number; found: { code: string; rows: number }[] }; // ISO 639-1; '' = none was recognised
  telling: TellingWord[][]; // by class, most telling first
  leaking: LeakingWord[]; // most bits first
  labelledRows: number; // of train, or of test where there is no train
  wordRows: number; // of them, those whose words were counted: all, or so many evenly spread
  majority: number; // share of the largest class among them
  labelChanges: number; // Dataset.labelChanges when it was made
}

/** A row that a finding rests on. */
export interface FoundRow extends RowView {
  split: Split;
  text: string; // cleaned
  group: { number: number; size: number; likeness: number } | null; // number: 1-based within the finding; likeness: Jaccard, to the group's first row
  marks: Mark[] | null; // against the group's first row; null for that row and outside of groups
}

/** What is searched for. */
export interface Question {
  datasetId: string;
  query: string; // a word, a phrase or any stretch of text; one space parts a row's fields
  isWhole: boolean; // only where no letter or digit stands right before or behind it
  isExact: boolean; // capitals matter
  clean: CleanSettings | null; // in the texts as these settings clean them; null = as they stand in the files
}

/** What a search has found so far. */
export interface SearchCounts {
  seen: number; // rows searched
  rows: Record<Split, number>; // rows found
  hits: number; // places found; a row may have several
  byClass: number[]; // rows found of each class, of both parts
  unlabelled: number; // of the rows found
  isDone: boolean;
}

/** Rows by part: row indices, ascending. */
export type PlacesFound = Record<Split, Uint32Array<ArrayBuffer>>;

/** A row with the first place at which something was found. */
export interface Concordance extends RowView {
  split: Split;
  hits: number;
  before: string;
  match: string;
  after: string;
}
