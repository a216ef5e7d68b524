// The shared words of the project: what a dataset, a cleaned row and an encoded row are. Read this first.
// Settings stand in settings.ts, runs and results in run.ts.
import type { Fault } from './errors';
import type { FileReading } from './reading';

/** A part of a dataset as its files give it; rows for validation are taken from train later. */
export type Split = 'train' | 'test';

/** Where numbers are computed: on the GPU, or in WebAssembly and plain loops on the processor. */
export type Tier = 'webgpu' | 'wasm';

/** The label of a row that has none; the index of every class lies below it. */
export const NO_LABEL = 0xffff;

/** Rows in a chunk; only the last chunk of a part has fewer. */
export const CHUNK_ROWS = 4096;

/** Many texts in two buffers: text i is bytes[offsets[i]] to bytes[offsets[i + 1]], UTF-8. */
export interface TextColumn {
  bytes: Uint8Array<ArrayBuffer>;
  offsets: Uint32Array<ArrayBuffer>; // rows + 1
}

/** Raw rows of a part as they stand in its file, one record in the store. Labels are kept beside, for the whole part. */
export interface RowChunk {
  rowStart: number; // index of the first row within its part
  fields: TextColumn[]; // in the order of Dataset.fields
  lines: Uint32Array<ArrayBuffer>; // 1-based line of the file on which each row begins; 0 = it was added on the page
  ids?: TextColumn; // what the file itself calls each row, where it has a column for that
}

/** A row that could not be used: where it stands and why. */
export interface BadRow {
  file: string;
  line: number; // 1-based
  fault: Fault; // one of the 'row.*' faults; of a file that is one text, one of its own
}

/** A file that was read. */
export interface SourceFile {
  name: string;
  sizeBytes: number; // as given, so compressed if it was
  rows: number;
  charset?: string; // as the Encoding standard names it; absent = UTF-8
  reading?: FileReading; // absent where a file is one text, and in what older pages kept
}

/** Counts of text lengths. */
export interface LengthHistogram {
  unit: 'words' | 'characters'; // characters for scripts without spaces
  binWidth: number; // in `unit`
  counts: number[]; // counts[i]: rows of length i * binWidth to (i + 1) * binWidth, exclusive; the last bin is open
  mean: number;
  longest: number;
}

/** The rows of one split of a dataset. */
export interface Part {
  id: string; // key of its chunks and labels
  split: Split;
  rowCount: number;
  chunkCount: number;
  sizeBytes: number; // in the store
  sources: SourceFile[];
  classCounts: number[]; // rows of each class, in the order of Dataset.classes
  unlabelled: number; // rows without a label, which stand in no class
  givenValidation: number; // rows that the files themselves keep for validation; marked in the store
  lengths: LengthHistogram;
  bad: { count: number; examples: BadRow[] }; // the first 200
}

/** A class: how its label stands in the file, and what people call it. */
export interface ClassLabel {
  key: string; // '3'
  name: string; // 'Business'
}

/** Dataset.name until somebody gives it one, with ' 2' and so on behind it; what people see is made of the classes. */
export const UNTITLED = '(untitled)';

/** Files that lay beside those of a dataset and were not read. */
export interface LeftOut {
  count: number;
  first: string[]; // paths of the first of them
}

/** A labelled dataset, the record that makes its parts visible. */
export interface Dataset {
  id: string;
  name: string;
  createdAt: number; // ms since 1970
  classes: ClassLabel[];
  fields: string[]; // names of the text fields, e.g. ['title', 'description']
  language: 'spaced' | 'unspaced'; // whether words stand apart; guessed from the text
  train: Part | null;
  test: Part | null;
  sample: SampleName | null; // which of the page's own samples it is
  labelChanges: number; // entries in its log of labels; what depends on labels is stale when it grows
  testLooks: number; // how often a model was judged on the test split
  leftOut?: LeftOut; // absent in what older pages kept
}

/** Labels that were changed at once on the page, an entry of the log; it is undone by a further one, so the log only grows. */
export interface LabelChange {
  split: Split;
  rows: Uint32Array<ArrayBuffer>; // indices within the part, ascending
  from: Uint16Array<ArrayBuffer>; // class index of each of them before, or NO_LABEL
  to: Uint16Array<ArrayBuffer>; // and after
  by: 'hand' | 'search' | 'use' | 'undo';
  runId: string | null; // by 'use': the run whose answer was corrected
  at: number; // ms since 1970
}

/** The samples that ship with the page. */
export type SampleName = 'english' | 'chinese';

/** A row as people see it. */
export interface RowView {
  row: number; // index within its part
  line: number; // 1-based line in its file; 0 = it was added on the page
  label: number | null; // class index; null = it has none
  id: string | null; // what the file itself calls it
  fields: string[];
}

/** Space used in this browser. */
export interface StorageUse {
  datasetBytes: Record<string, number>; // by dataset id: rows and everything derived from them
  runBytes: number; // saved models
  usedBytes: number | null; // of this page, as the browser counts; null = it does not tell
  quotaBytes: number | null;
  persisted: boolean | null; // null = the browser offers no persistent storage here
}

// ---- cleaning

/** The rules of cleaning, in the order in which they are applied. */
export const RULES = [
  'missing', // a row in which some field is empty leaves train, or gets another text there; off by default
  'join', // title and text become one; a row without title keeps its text
  'entities', // ' #39;' and '&amp;' become the character they stand for
  'tags', // '<b>' goes
  'backslashes', // 'line\line' becomes 'line line'
  'width', // 'ＡＢＣ１' becomes 'ABC1'; off by default
  'links', // URLs go
  'emails', // 'ann@example.org' becomes 'emailaddress'; off by default
  'phones', // '+44 20 7946 0958' becomes 'phonenumber'; off by default
  'mentions', // '@ann' becomes 'usermention'; off by default
  'hashtags', // '#BigNews' becomes 'Big News'; off by default
  'agencies', // '(Reuters)' and 'AP - ' go; off by default
  'unicode', // one form for the same character (NFC), odd spaces and controls to plain ones
  'emoji', // '😀' goes; off by default
  'repeats', // 'sooooo' becomes 'soo', '!!!!' becomes '!'; off by default
  'spaces', // runs of white space become one space, also those that own rules leave
  'empty', // rows with no text left are dropped from train
  'duplicates', // the second and later of equal texts are dropped from train
  'leaks', // a train row that equals a test row is dropped from train
] as const;

/** A rule of cleaning. */
export type Rule = (typeof RULES)[number];

/** A stretch of text as an editor marks it. */
export interface Mark {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/** One row as a rule changed it. */
export interface CleanExample {
  split: Split;
  row: number;
  marks: Mark[]; // for the dropping rules: the text, with kind 'deleted'
}

/** What one rule does, whether it is switched on or not (an off rule is counted as if it were on). */
export interface RuleReport {
  rule: Rule;
  isOn: boolean;
  train: number; // rows changed or dropped
  test: number; // rows changed; for a dropping rule: rows that match, all kept
  examples: CleanExample[]; // at most 5
}

/** What one find-and-replace rule of the reader's own does; one that is off is not tried, for it may be too slow. */
export interface OwnReport {
  train: number; // rows changed
  test: number; // likewise
  examples: CleanExample[]; // at most 5
}

/** What an own rule under edit would do to the first rows of a dataset. */
export interface OwnPreview {
  split: Split; // that the rows are of
  rows: number; // looked at
  changed: number; // of them
  examples: CleanExample[]; // at most 5
}

/** The account of one cleaning. */
export interface CleanReport {
  rules: RuleReport[];
  own: OwnReport[]; // in the order of CleanSettings.own
  read: { train: number; test: number };
  kept: { train: number; test: number };
}

// ---- text to ids

/** Id of the filler behind short texts. */
export const PAD_ID = 0;
/** Id of every word that the vocabulary lacks. */
export const UNKNOWN_ID = 1;
/** Id of the most frequent word; words follow by falling count, then n-grams by falling count. */
export const FIRST_WORD_ID = 2;

/** Everything learned from the training part that turns text into ids; travels with a model. */
export interface Tokenizer {
  words: string[]; // words[i] has id FIRST_WORD_ID + i
  wordCounts: Uint32Array<ArrayBuffer>; // in the training part
  ngrams: Uint32Array<ArrayBuffer>; // n-gram i is ngrams[i * order] to [(i + 1) * order], word ids, PAD_ID behind shorter ones; its id is FIRST_WORD_ID + words.length + i
  ngramCounts: Uint32Array<ArrayBuffer>;
  order: number; // longest n-gram; 1 = words only
  tags?: TagFeature[]; // tag i has the id behind the n-grams, + i; absent = parts of speech are no features
}

/** A part of speech, or a pair of them, as a feature. */
export interface TagFeature {
  name: string; // 'pos:Noun', 'pos:Adjective>Noun'
  count: number; // in the training part
}

/** Ids of words, kept in two bytes each where all of them fit. */
export type WordIds = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Encoded rows of a part, one record in the store. */
export interface EncodedChunk {
  rowStart: number; // index of the first row within its part
  wordOffsets: Uint32Array<ArrayBuffer>; // rows + 1, into words
  words: WordIds; // UNKNOWN_ID included, cut at maxLength
  otherOffsets: Uint32Array<ArrayBuffer>; // rows + 1, into others
  others: Uint32Array<ArrayBuffer>; // ids of the features that are no words: n-grams, then parts of speech
}

/** Which rows a model learns from, is chosen on and is judged on: row indices within their part, ascending. */
export interface Assignment {
  train: Uint32Array<ArrayBuffer>; // of the train part
  validation: Uint32Array<ArrayBuffer>; // of the train part
  test: Uint32Array<ArrayBuffer>; // of the test part, or of the train part where testIsHeldOut
  testIsHeldOut: boolean; // the dataset has no test file: some of train was set aside
  near: number; // rows of the train part that no set takes, for they nearly equal a row that the files keep for validation or test
}

/** What a division gives: rows of each class in each set, in the order of Dataset.classes. */
export interface Division {
  train: number[];
  validation: number[];
  test: number[];
  testIsHeldOut: boolean;
  near: number; // as in Assignment
}

/** How many words the texts have that a model sees, before any is cut. */
export interface TextLengths {
  mean: number;
  p95: number;
  longest: number;
  cutRows: number; // rows cut at TextSettings.maxLength
  counts: Uint32Array<ArrayBuffer>; // counts[n]: rows of n words, n at most MOST_LENGTH, which takes longer ones too; empty = not kept
}

/** The greatest length to which texts can be padded. */
export const MOST_LENGTH = 4096;

/** What preparing a dataset for training gave; the arrays themselves stay in the store under `key`. */
export interface Prepared {
  key: string; // hash of all its inputs
  cleanKey: string;
  report: CleanReport;
  labelChanges: number; // Dataset.labelChanges when its rows were divided
  rows: { train: number; validation: number; test: number; testIsHeldOut: boolean; near: number };
  vocabulary: {
    words: number;
    ngrams: number;
    tags?: number; // parts of speech and their pairs; absent = none
    allWords: number; // different words seen, before the limits
    unknownShare: number; // of the validation part's words, 0 to 1
  };
  lengths: TextLengths;
  sizeBytes: number;
  seconds: { clean: number; encode: number }; // 0 where it was found ready
}

/** A token of a row on its way to the model. */
export interface TokenView {
  text: string;
  id: number;
  state: 'known' | 'unknown' | 'cut';
}

/** One row followed through every stage. */
export interface RowJourney {
  original: string[]; // fields
  marks: Mark[]; // what cleaning did to it
  cleaned: string;
  dropped: Rule | null; // why training leaves it out
  tokens: TokenView[];
  padded: number[]; // ids as a fixed-length model gets them: maxLength of them
  ngrams: { text: string; id: number }[]; // the known ones
}

/** A training row as the random changes of an epoch leave it. */
export interface AugmentedRow {
  row: number; // index within its part
  marks: Mark[]; // over its words
}

/** An entry of the vocabulary. */
export interface VocabularyEntry {
  text: string;
  id: number;
  count: number; // in the training part
  kind: 'word' | 'ngram' | 'tag';
}
