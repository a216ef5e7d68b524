// The story of reading a part: files to text, text to rows, rows to chunks, with an account of it all.
import { fail, type AppError } from '../core/errors';
import type { Dataset, LengthHistogram, Part, RowChunk, SourceFile } from '../core/types';
import { append } from './byte-column';
import { labelOf } from './detect';
import type { LabelBook } from './labels';
import { guessLanguage } from './language';
import { LengthTally } from './lengths';
import { foldersOf } from './placed-file';
import { openReader } from './reader';
import { RowGatherer, type FileCount } from './rows';
import { guessSchema, type Schema } from './schema';
import { openText } from './source';

/** What reading needs besides the files. */
export interface ReadOptions {
  fieldCount: number | null; // text fields and the label, where another part has set them
  language: Dataset['language'] | null; // null = guess it
  areTexts: boolean; // see Roles.areTexts
  book: LabelBook; // decides which labels are good
  takeChunk: (chunk: RowChunk) => Promise<void>;
  count: (bytes: number) => void; // bytes of the files as they are read
}

/** A part as read; its chunks went to `takeChunk`. */
export interface ReadRows {
  fields: string[];
  language: Dataset['language'];
  labels: Uint16Array<ArrayBuffer>; // numbers in the label book
  rowCount: number;
  chunkCount: number;
  sources: SourceFile[];
  lengths: LengthHistogram;
  bad: Part['bad'];
}

const EARLY_ROWS = 1000; // enough to refuse a file that is mostly bad before its end

/** Reads the files of one part in turn; throws for a file that is bad as a whole. */
export async function readRows(files: readonly File[], options: ReadOptions): Promise<ReadRows> {
  const reading = new Reading(options);
  if (options.areTexts) await reading.readTexts(files);
  else for (const file of files) await reading.readFile(file);
  return reading.end();
}

/** What is known while the files of a part are read. */
class Reading {
  readonly #options: ReadOptions;
  readonly #sources: SourceFile[] = [];
  #fields: string[] | null = null;
  #rows: RowGatherer | null = null;
  #tally: LengthTally | null = null;
  #language: Dataset['language'];
  #chunkCount = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#language = options.language ?? 'spaced';
  }

  async readFile(file: File): Promise<void> {
    const text = await openText(file, this.#options.count);
    const schema = guessSchema(text.head, text.isWhole, file.name);
    const rows = this.#gathererFor(schema, file.name);
    const isJson = schema.format.kind.startsWith('json');
    const count = rows.beginFile(file.name, isJson ? 'row.json' : 'row.quote');
    let isHeader = schema.hasHeader;
    const columns = rows.columns(schema, schema.fieldCount);
    const reader = openReader(file.name, schema, columns, (row) => {
      if (isHeader) rows.skip();
      else rows.take(row);
      isHeader = false;
    });
    for await (const block of text.blocks) {
      reader.push(block);
      if (count.good + count.bad >= EARLY_ROWS) refuseIfBad(file.name, count);
      await this.#passOn(rows);
    }
    reader.end();
    if (count.good + count.bad === 0) throw fail('bad-file', 'file.empty', { file: file.name });
    refuseIfBad(file.name, count);
    const charset = text.charset() === 'utf-8' ? {} : { charset: text.charset() };
    this.#sources.push({ name: file.name, sizeBytes: file.size, rows: count.good, ...charset });
  }

  /** Reads files that are one text each, all in one account. */
  async readTexts(files: readonly File[]): Promise<void> {
    const folder = `${foldersOf(files[0]).at(-2) ?? ''}/`;
    const rows = this.#gathererFor({ fields: ['text'], fieldCount: 2 }, folder);
    const count = rows.beginFile(folder);
    const [label, text] = rows.columns({ labelAt: 0, textAt: [1] }, 2);
    const encoder = new TextEncoder();
    for (const file of files) {
      rows.within([...foldersOf(file).slice(-1), file.name].join('/'));
      append(label, encoder.encode(labelOf(file)));
      if (file.size > 0) {
        const { blocks } = await openText(file, this.#options.count);
        for await (const block of blocks) append(text, block);
      }
      rows.take({ count: 2, line: 1, isBroken: false });
      await this.#passOn(rows);
    }
    refuseIfBad(folder, count);
    const sizeBytes = files.reduce((sum, { size }) => sum + size, 0);
    this.#sources.push({ name: folder, sizeBytes, rows: count.good });
  }

  async end(): Promise<ReadRows> {
    const rows = this.#rows;
    if (!rows || !this.#fields) throw fail('bad-file', 'files.none', {});
    rows.flush();
    await this.#passOn(rows);
    const labels = new Uint16Array(rows.rowCount);
    let at = 0;
    for (const some of rows.labels) {
      labels.set(some, at);
      at += some.length;
    }
    return {
      fields: this.#fields,
      language: this.#language,
      labels,
      rowCount: rows.rowCount,
      chunkCount: this.#chunkCount,
      sources: this.#sources,
      lengths: (this.#tally ?? new LengthTally('words')).histogram(),
      bad: rows.bad,
    };
  }

  /** The gatherer of all rows of the part; throws `csv.columns` where a file has other texts than those before. */
  #gathererFor(
    { fields, fieldCount }: Pick<Schema, 'fields' | 'fieldCount'>,
    file: string,
  ): RowGatherer {
    const known = this.#options.fieldCount ?? (this.#fields ? this.#fields.length + 1 : null);
    const expected = known ?? fields.length + 1;
    if (fields.length + 1 !== expected)
      throw fail('bad-file', 'csv.columns', { file, line: 1, expected, found: fieldCount });
    this.#fields ??= fields;
    return (this.#rows ??= new RowGatherer(expected - 1, this.#options.book));
  }

  async #passOn(rows: RowGatherer): Promise<void> {
    for (const chunk of rows.full.splice(0)) {
      this.#tally ??= this.#beginTally(chunk);
      this.#tally.add(chunk);
      this.#chunkCount++;
      await this.#options.takeChunk(chunk);
    }
  }

  #beginTally(first: RowChunk): LengthTally {
    this.#language = this.#options.language ?? guessLanguage(first);
    return new LengthTally(this.#language === 'spaced' ? 'words' : 'characters');
  }
}

/** Throws if a file's rows are all bad, or more than half of them. */
function refuseIfBad(file: string, count: FileCount): void {
  const { good, bad, first } = count;
  if (!first || bad <= good) return;
  throw reasonToRefuse(file, count, first.line);
}

function reasonToRefuse(file: string, count: FileCount, line: number): AppError {
  const { good, bad, first, firstFields } = count;
  const rows = good + bad;
  const fault = first?.fault;
  if (fault?.key === 'row.fields' && good === 0)
    return fail('bad-file', 'csv.columns', { file, ...fault.values });
  if (fault?.key === 'row.label') {
    const { found, classes } = fault.values;
    return fail('bad-file', 'csv.labels', { file, bad, rows, line, found, classes });
  }
  return fail('bad-file', 'csv.tooManyBad', { file, bad, rows, line, found: firstFields });
}
