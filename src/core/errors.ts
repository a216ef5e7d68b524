// Errors that a person can act on. A message is a key and its values, so that the page can say it in the reader's language.

/** What went wrong, coarsely: decides where the page shows it and whether trying again can help. */
export type ErrorKind =
  'bad-file' | 'bad-config' | 'no-space' | 'no-gpu' | 'gpu-lost' | 'gone' | 'cancelled' | 'bug';

/** The values of every message about files and rows, by message key. Both catalogues must say each of them. */
export interface Faults {
  'file.empty': { file: string };
  'file.binary': { file: string; at: number }; // at: byte offset of the first NUL or control byte
  'file.excel': { file: string };
  'file.encoding': { file: string; at: number }; // at: byte offset of the first malformed UTF-8 sequence
  'file.charset': { file: string; charset: string; at: number }; // at: byte offset of the block in which a character is malformed
  'file.gzip': { file: string; at: number }; // truncated or damaged; at: bytes read before the fault
  'archive.broken': { file: string; at: number }; // truncated or damaged; at: byte offset in the archive
  'archive.locked': { file: string }; // it needs a password
  'archive.bomb': { file: string; mostBytes: number; mostRatio: number }; // it unpacks to more than is allowed
  'archive.none': { file: string }; // no file in it could be data, or it lies too deep
  'file.unknown': { file: string }; // not a kind of file that is read here
  'file.unreadable': { file: string; reason: string };
  'files.none': Record<string, never>;
  'files.noText': Record<string, never>; // class names alone, and no dataset to name
  'address.refused': { host: string }; // or not reached: browsers do not tell which
  'address.mixed': { host: string }; // plain HTTP asked by a page that came over HTTPS
  'address.offline': { host: string };
  'address.status': { host: string; status: number }; // of HTTP
  'address.page': { host: string }; // HTML instead of data
  'address.large': { host: string; mostBytes: number };
  'address.cut': { host: string; at: number }; // the connection broke; at: bytes that came
  'csv.columns': { file: string; line: number; expected: number; found: number }; // whole file has too few columns
  'csv.quote': { file: string; line: number }; // line: where the quote that is never closed was opened
  'csv.labels': {
    file: string;
    bad: number; // rows whose labels are of no class
    rows: number;
    line: number; // of the first of them
    found: string;
    classes: number;
  };
  'csv.splits': {
    file: string;
    bad: number; // rows of parts that are not known
    rows: number;
    line: number; // of the first of them
    found: string;
    known: string; // the words that are
  };
  'csv.longRow': { file: string; line: number; mostBytes: number };
  'csv.tooManyBad': { file: string; bad: number; rows: number; line: number; found: number };
  'texts.bad': { folder: string; bad: number; rows: number; file: string }; // file: path of the first
  'columns.unsure': { file: string; doubt: 'none' | 'several' | 'header' }; // how many columns could be the label's, or whether the first row names them
  'columns.unknown': { file: string; column: string; found: string }; // found: the names of those that it has
  'columns.many': { file: string; found: number; most: number };
  'columns.noText': { file: string };
  'json.broken': { file: string; line: number }; // no object from this line on
  'json.form': { file: string; found: 'object' | 'several' | 'values' }; // one without an array of objects, or with several; an array of others
  'json.keys': { file: string; found: string }; // found: the names that its objects have, none with a text
  'parquet.cut': { file: string }; // it does not end as it began
  'parquet.footer': { file: string }; // what tells of its columns is damaged
  'parquet.rows': { file: string; rows: number }; // rows: that could be read before
  'parquet.columns': { file: string; nested: string; binary: string }; // names of columns, none of them of use
  'parquet.locked': { file: string }; // encrypted
  'parquet.codec': { file: string; column: string; codec: string }; // packed in a way that is not read here
  'row.fields': { line: number; expected: number; found: number };
  'row.label': { line: number; found: string; classes: number };
  'row.empty': { line: number };
  'row.noLabel': { line: number }; // since version 3 such a row is kept
  'row.split': { line: number; found: string }; // of no part that is known
  'row.quote': { line: number }; // a quoted text ran over a line's end into the next quote
  'row.json': { line: number }; // no object, or malformed
  'files.whose': { file: string; dataset: string }; // id of the dataset that the file may complete
  'classes.few': { file: string; names: number; label: string };
  'classes.one': { file: string; label: string };
  'classes.many': { file: string; most: number; line: number; found: string }; // most likely not the column of labels
  'space.files': { neededBytes: number; freeBytes: number }; // before anything was read
  'class.taken': { name: string }; // another class is called so
  'class.many': { most: number };
  'space.full': { neededBytes: number; freeBytes: number | null }; // null = the browser does not tell
  'store.blocked': Record<string, never>; // another tab holds an older version of the database
  'store.newer': Record<string, never>; // a newer page has changed the database: reload
  'store.missing': { what: string };
  'dataset.gone': Record<string, never>; // deleted meanwhile, perhaps in another tab
  'run.gone': Record<string, never>; // likewise
  'run.rowsGone': { run: number }; // the dataset that it learned from was deleted
  'train.rows': { found: number; needed: number };
  'train.classes': { found: number };
  'train.busy': Record<string, never>; // another training is under way
  'config.range': { option: string; least: number; most: number; found: number };
  'config.multiple': { option: string; of: number; found: number };
  'config.widths': { shortest: number; longest: number }; // of a CNN's filters
  'config.english': Record<string, never>; // parts of speech of texts that are not
  'config.fullBatch': { rows: number; most: number };
  'config.memory': { neededBytes: number; mostBytes: number }; // one block of a model, and what the device binds in one piece
  'rule.slow': {
    rule: number; // 1-based place among the own ones
    find: string;
    split: 'train' | 'test';
    row: number; // 1-based, on which it stayed longest
    seconds: number;
  };
  'rule.slowText': { rule: number; find: string; seconds: number }; // on a text that was typed
  'rule.long': { rule: number; find: string; most: number }; // most: characters of a text
  'clean.stalled': { split: 'train' | 'test'; row: number; seconds: number }; // row: 1-based, the first of the chunk; no own rule is to blame
  'target.unknown': { found: string }; // no class has this key
  'target.same': { name: string };
  'compare.untested': { run: number }; // it was never judged on the test part
  'compare.rows': { run: number; other: number }; // they were judged on different rows, or answer another question
  'compare.labels': { run: number; other: number; rows: number }; // rows whose label was changed between the two tests
  'rank.target': { run: number }; // it does not tell all classes apart, so it says nothing about labels
  'start.gone': Record<string, never>; // the run to go on from was deleted
  'start.other': { run: number; model: string }; // fine-tuning keeps the model of the run it starts from
  'gpu.none': Record<string, never>;
  'gpu.lost': { reason: string; step: number };
  'gpu.error': { reason: string };
  'train.notFinite': { step: number };
  'worker.died': { what: string };
  cancelled: Record<string, never>;
  bug: { message: string };
}

/** A key of a message about a fault. */
export type FaultKey = keyof Faults;

/** A fault as data: what bad rows keep, and what an AppError carries. */
export type Fault = { [K in FaultKey]: { key: K; values: Faults[K] } }[FaultKey];

/** An error whose `name` is its kind and whose message holds a fault; both survive the way between threads. */
export class AppError extends Error {
  override name: ErrorKind;

  constructor(kind: ErrorKind, fault: Fault, options?: ErrorOptions) {
    super(`${fault.key} ${JSON.stringify(fault.values)}`, options);
    this.name = kind;
  }
}

/** Makes an AppError; the values must fit the key. */
export function fail<K extends FaultKey>(
  kind: ErrorKind,
  key: K,
  values: Faults[K],
  cause?: unknown,
): AppError {
  return new AppError(kind, { key, values } as Fault, { cause });
}

/** A fault of one of the reader's own rules, as a cleaning meets it. */
export type RuleFault = Extract<Fault, { key: 'rule.slow' | 'rule.long' }>;

/** Whether a fault is of an own rule. */
export function isRuleFault(fault: Fault): fault is RuleFault {
  return fault.key === 'rule.slow' || fault.key === 'rule.long';
}

const MESSAGE = /^([a-z]+(?:\.[a-zA-Z]+)?) (\{.*\})$/s;

/** Reads the fault out of any thrown value, also one that crossed threads; anything unknown is a bug. */
export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const match = MESSAGE.exec(message);
  if (match) return { key: match[1], values: JSON.parse(match[2]) as unknown } as Fault;
  return { key: 'bug', values: { message } };
}

/** The kind of any thrown value. */
export function kindOf(error: unknown): ErrorKind {
  const kinds = [
    'bad-file',
    'bad-config',
    'no-space',
    'no-gpu',
    'gpu-lost',
    'gone',
    'cancelled',
  ] as const;
  const name = error instanceof Error ? error.name : '';
  return kinds.find((kind) => kind === name) ?? 'bug';
}
