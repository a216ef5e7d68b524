// What the page and its workers say to each other about labels that people give.
import type { Dataset, LabelChange, Split } from './types';

/** Whether people gave labels to a dataset's rows that no file has. */
export function isLabelledByHand({ labelChanges }: Dataset): boolean {
  return labelChanges > 0;
}

/** Labels to be given to rows, all at once. */
export interface LabelOrder {
  split: Split;
  rows: Uint32Array<ArrayBuffer>; // indices within the part
  to: number; // class index, or NO_LABEL to take labels away
  onlyUnlabelled: boolean; // rows that have a label keep it
  by: LabelChange['by'];
  runId: string | null; // see LabelChange
}

/** What changing labels gave. */
export interface Labelled {
  dataset: Dataset;
  entry: number | null; // of the log; null = every row had that label already
  changed: number; // rows
}

/** What reversing an entry of the log gave. */
export interface Reversal extends Labelled {
  kept: number; // rows whose label was changed since, and stayed
}

/** Rows of an entry that have one label. */
export interface LabelShare {
  label: number | null; // class index; null = no label
  rows: number;
}

/** An entry of the log of labels as people see it. */
export interface LoggedChange extends Pick<LabelChange, 'split' | 'by' | 'runId' | 'at'> {
  entry: number; // 0-based, in order of time
  rows: number; // how many
  from: LabelShare[]; // labels before, most rows first
  to: LabelShare[]; // labels after, likewise
  standing: number; // rows whose label is still what this entry made it
  restored: number; // rows whose label is again what it was before
  first: { row: number; from: number | null; to: number | null; text: string }; // of them; null = no label
}

/** A row that is brought to a dataset on the page. */
export interface NewRow {
  fields: string[]; // in the order of Dataset.fields
  label: number; // class index, or NO_LABEL
}

/** What a correction in Use did: a new row, another label for an equal row, or nothing, for it had that label. */
export interface Correction extends Labelled {
  split: Split;
  row: number; // index within its part
  was: 'new' | 'relabelled' | 'known';
}

/** Which rows come to a labeller, in which order: drawn by a seed, or a run's most doubtful first. */
export type QueueKind = 'unlabelled' | 'unsure' | 'doubtful' | 'all';

/** Which rows a seed puts in order. */
export type Asked = 'unlabelled' | 'all';

/** Which rows a model puts in order: unlabelled ones by its doubt, or labelled ones by its doubt of their label. */
export type Doubted = 'unlabelled' | 'labelled';

/** Rows of the train part in the order of a model's doubt, most doubtful first, with what it guesses for each. */
export interface Ranking {
  rows: Uint32Array<ArrayBuffer>;
  guesses: Uint16Array<ArrayBuffer>; // class index
  shares: Float32Array<ArrayBuffer>; // the guess's probability
}
