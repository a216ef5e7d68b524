// The story of reading files: files to text, text to rows, rows to chunks of two parts, with an account of it all.
import { AppError, fail, faultOf, kindOf, type Fault } from '../core/errors';
import { ASK_CLASSES, MOST_CLASSES, type FileReading, type ReadPlan } from '../core/reading';
import type { Dataset, LengthHistogram, Part, RowChunk, SourceFile, Split } from '../core/types';
import { append, type ByteColumn, type RowEnd } from './byte-column';
import { isPageName, labelOf } from './detect';
import type { LabelBook } from './labels';
import { guessLanguage } from './language';
import { LengthTally } from './lengths';
import type { PartRows } from './part-rows';
import { foldersOf, pathOf } from './placed-file';
import { openRows } from './open-rows';
import { RowGatherer, type FileCount } from './rows';
import { readingOf, type Schema } from './schema';
import { openText } from './source';
import { PART_WORDS, type Home } from './split-names';
import { TextCharset } from './text-charset';

/** What reading needs besides the files. */
export interface ReadOptions {
  plan: ReadPlan; // what is not to be guessed
  like: FileReading | null; // of the dataset that the rows complete
  fieldCount: number | null; // text fields, where a dataset has set them
  language: Dataset['language'] | null; // null = guess it
  book: LabelBook; // decides which labels are good
  takeChunk: (split: Split, chunk: RowChunk) => Promise<void>;
  count: (bytes: number) => void; // bytes of the files as they are read
}

/** A part as read; its chunks went to `takeChunk`. */
export interface ReadPart {
  labels: Uint16Array<ArrayBuffer>; // numbers in the label book, or NO_LABEL
  validation: Uint8Array<ArrayBuffer>; // 1 = given as validation
  rowCount: number;
  unlabelled: number;
  givenValidation: number;
  chunkCount: number;
  sources: SourceFile[];
  lengths: LengthHistogram;
  bad: Part['bad'];
}

/** What the files gave; a part without rows is none. */
export interface ReadRows {
  leftOut: string[]; // names of files without texts beside others that have them
  fields: string[];
  language: Dataset['language'];
  parts: Record<Split, ReadPart | null>;
}

const EARLY_ROWS = 1000; // enough to refuse a file that is mostly bad before its end
const SPLITS = ['train', 'test'] as const;

/** What is known of a part while files are read. */
interface OpenPart {
  sources: SourceFile[];
  tally: LengthTally | null;
  chunkCount: number;
}

/** Reads files in turn; throws for a file that is bad as a whole. */
export class Reading {
  readonly #options: ReadOptions;
  readonly #parts: Record<Split, OpenPart> = { train: openPart(), test: openPart() };
  #fields: string[] | null = null;
  #rows: RowGatherer | null = null;
  #language: Dataset['language'] | null;
  #like: FileReading | null; // of the first file, which tells of the others
  readonly #leftOut: string[] = [];
  readonly #textCharset = new TextCharset();

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#like = options.like;
    this.#language = options.language;
  }

  /** Reads files of rows, which go where `home` says unless a column of theirs says otherwise. */
  async readFiles(files: readonly File[], home: Home): Promise<void> {
    for (const file of files) await this.#readFile(file, home);
  }

  /** Reads files that are one text each, all in one account; their folders may be their labels. */
  async readTexts(files: readonly File[], home: Home, byFolder: boolean): Promise<void> {
    if (files.length === 0) return;
    const folder = `${foldersOf(files[0]).at(-2) ?? ''}/`;
    const rows = this.#gathererFor({ fields: ['text'], fieldCount: 2 }, folder);
    const count = rows.beginFile(folder, home);
    const shape = { labelAt: 0, textAt: [1], splitAt: null, idAt: null, fieldCount: 2 };
    const [label, text] = rows.columns(shape);
    const encoder = new TextEncoder();
    let charset = 'utf-8';
    this.#textCharset.add(files);
    for (const file of files) {
      rows.within(pathOf(file));
      if (byFolder) append(label, encoder.encode(labelOf(file)));
      const found = file.size > 0 ? await this.#readText(file, text) : 'utf-8';
      if (typeof found === 'string') {
        if (found !== 'utf-8') charset = found;
        rows.take({ count: 2, line: 1, isBroken: false });
      } else rows.refuse(found);
      if (goodRows(count) + count.bad >= EARLY_ROWS) refuseIfBad(folder, count);
      await this.#passOn(rows);
    }
    refuseIfBad(folder, count);
    const sizeBytes = files.reduce((sum, { size }) => sum + size, 0);
    this.#addSource(withCharset({ name: folder, sizeBytes, rows: 0 }, charset), count);
  }

  /** Reads one text into a column; gives its character set, or, as a file that is none is a bad row among others, the fault. */
  async #readText(file: File, column: ByteColumn): Promise<string | Fault> {
    try {
      return await this.#appendText(file, column);
    } catch (error) {
      if (kindOf(error) !== 'bad-file') throw error;
      const { key, values } = faultOf(error);
      return { key, values: { ...values, file: pathOf(file) } } as Fault;
    }
  }

  async #appendText(file: File, column: ByteColumn): Promise<string> {
    const { count, plan } = this.#options;
    if (isPageName(file.name)) {
      const { readWebPage } = await import('./web-page'); // with what parses it
      append(column, new TextEncoder().encode(await readWebPage(file, count, plan.charset)));
      return plan.charset ?? 'utf-8'; // of those that name their own, none is told
    }
    const { guess } = this.#textCharset;
    const { blocks, charset } = await openText(file, count, plan.charset, guess);
    for await (const block of blocks) append(column, block);
    return charset().charset;
  }

  /** Ends the reading; throws where there was nothing to read. */
  async end(): Promise<ReadRows> {
    const rows = this.#rows;
    if (!rows || !this.#fields) throw fail('bad-file', 'files.none', {});
    for (const split of SPLITS) rows.parts[split].flush();
    await this.#passOn(rows);
    const partOf = (split: Split) => closedPart(rows.parts[split], this.#parts[split]);
    const parts = { train: partOf('train'), test: partOf('test') };
    const leftOut = this.#leftOut;
    return { leftOut, fields: this.#fields, language: this.#language ?? 'spaced', parts };
  }

  async #readFile(file: File, home: Home): Promise<void> {
    const plan = { ...this.#options.plan, ...(this.#like && { like: this.#like }) };
    const { schema, charset: found, read } = await openRows(file, plan, this.#options.count);
    if (schema.isAside) return void this.#leftOut.push(pathOf(file));
    if (schema.doubt)
      throw fail('bad-file', 'columns.unsure', { file: file.name, doubt: schema.doubt });
    const reading = readingOf(schema);
    this.#like ??= reading;
    const rows = this.#gathererFor(schema, file.name);
    const isJson = schema.format.kind.startsWith('json');
    const count = rows.beginFile(file.name, home, isJson ? 'row.json' : 'row.quote');
    let before = Number(schema.hasMark ?? false) + Number(schema.hasHeader); // rows that are none
    const take = (row: RowEnd) => {
      if (before > 0) rows.skip();
      else rows.take(row);
      before = Math.max(0, before - 1);
    };
    for await (const step of read(rows.columns(schema), take)) {
      void step;
      if (goodRows(count) + count.bad >= EARLY_ROWS) refuseIfBad(file.name, count);
      await this.#passOn(rows);
    }
    if (goodRows(count) + count.bad === 0)
      throw fail('bad-file', 'file.empty', { file: file.name });
    refuseIfBad(file.name, count);
    const { charset } = found();
    const source = { name: file.name, sizeBytes: file.size, rows: 0, reading };
    this.#addSource(withCharset(source, charset), count);
  }

  /** Names a file among the sources of each part that got rows of it. */
  #addSource(source: SourceFile, { good }: FileCount): void {
    for (const split of SPLITS)
      if (good[split] > 0) this.#parts[split].sources.push({ ...source, rows: good[split] });
  }

  /** The gatherer of all rows; throws `csv.columns` where a file has other texts than those before. */
  #gathererFor(
    { fields, fieldCount }: Pick<Schema, 'fields' | 'fieldCount'>,
    file: string,
  ): RowGatherer {
    const expected = this.#options.fieldCount ?? this.#fields?.length ?? fields.length;
    if (fields.length !== expected) {
      const values = { file, line: 1, expected: expected + 1, found: fieldCount };
      throw fail('bad-file', 'csv.columns', values);
    }
    this.#fields ??= fields;
    const mostClasses = this.#options.plan.manyClasses ? MOST_CLASSES : ASK_CLASSES;
    const rules = { textFields: expected, book: this.#options.book, mostClasses };
    return (this.#rows ??= new RowGatherer(rules));
  }

  async #passOn(rows: RowGatherer): Promise<void> {
    for (const split of SPLITS) {
      const part = this.#parts[split];
      for (const chunk of rows.parts[split].full.splice(0)) {
        this.#language ??= guessLanguage(chunk);
        part.tally ??= new LengthTally(this.#language === 'spaced' ? 'words' : 'characters');
        part.tally.add(chunk);
        part.chunkCount++;
        await this.#options.takeChunk(split, chunk);
      }
    }
  }
}

function withCharset(source: SourceFile, charset: string): SourceFile {
  return charset === 'utf-8' ? source : { ...source, charset };
}

function openPart(): OpenPart {
  return { sources: [], tally: null, chunkCount: 0 };
}

function closedPart(rows: PartRows, { sources, tally, chunkCount }: OpenPart): ReadPart | null {
  const { rowCount, unlabelled, givenValidation, bad } = rows;
  if (!tally) return null;
  const labels = new Uint16Array(rowCount);
  const validation = new Uint8Array(rowCount);
  let at = 0;
  rows.labels.forEach((some, i) => {
    labels.set(some, at);
    validation.set(rows.validation[i], at);
    at += some.length;
  });
  const counts = { rowCount, unlabelled, givenValidation, chunkCount };
  return { labels, validation, ...counts, sources, lengths: tally.histogram(), bad };
}

function goodRows({ good }: FileCount): number {
  return good.train + good.test;
}

/** Throws if a file's rows are all bad, or more than half of them. */
function refuseIfBad(file: string, count: FileCount): void {
  const { bad, first } = count;
  if (!first || bad <= goodRows(count)) return;
  throw reasonToRefuse(file, count, first.line);
}

function reasonToRefuse(file: string, count: FileCount, line: number): AppError {
  const { bad, first, firstFields } = count;
  const good = goodRows(count);
  const rows = good + bad;
  const fault = first?.fault;
  if (first && fault && !fault.key.startsWith('row.'))
    return rows === 1
      ? new AppError('bad-file', fault)
      : fail('bad-file', 'texts.bad', { folder: file, bad, rows, file: first.file });
  if (fault?.key === 'row.fields' && good === 0)
    return fail('bad-file', 'csv.columns', { file, ...fault.values });
  if (fault?.key === 'row.label') {
    const { found, classes } = fault.values;
    return fail('bad-file', 'csv.labels', { file, bad, rows, line, found, classes });
  }
  if (fault?.key === 'row.split') {
    const { found } = fault.values;
    return fail('bad-file', 'csv.splits', { file, bad, rows, line, found, known: PART_WORDS });
  }
  return fail('bad-file', 'csv.tooManyBad', { file, bad, rows, line, found: firstFields });
}
