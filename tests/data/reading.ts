// Reads files into memory as an import would, for tests.
import { textAt } from '../../src/core/columns';
import { NO_LABEL, type RowChunk, type Split } from '../../src/core/types';
import { LabelBook } from '../../src/data/labels';
import { Reading, type ReadOptions, type ReadPart, type ReadRows } from '../../src/data/read';
import type { Home } from '../../src/data/split-names';

/** A row as people would write it down; label null = none. */
export interface Row {
  line: number;
  label: string | null;
  fields: string[];
  id?: string; // where the file has ids
  given?: 'validation'; // where the file says so
}

/** A part, its chunks and rows. */
export interface ReadFile extends ReadPart, Omit<ReadRows, 'parts'> {
  chunks: RowChunk[];
  book: LabelBook;
  rows: Row[];
}

interface Options extends Partial<ReadOptions> {
  areTexts?: boolean;
  byFolder?: boolean;
}

/** Reads files that belong into several places; any label is good unless a book says otherwise. */
export async function readParts(
  files: Partial<Record<Home, readonly File[]>>,
  { areTexts = false, byFolder = true, ...options }: Options = {},
): Promise<Record<Split, ReadFile | null>> {
  const chunks: Record<Split, RowChunk[]> = { train: [], test: [] };
  const book = options.book ?? new LabelBook();
  const takeChunk = (split: Split, chunk: RowChunk) =>
    Promise.resolve(void chunks[split].push(chunk));
  const base = { plan: {}, like: null, fieldCount: null, language: null };
  const into = { takeChunk, count: () => undefined };
  const reading = new Reading({ ...base, ...into, ...options, book });
  for (const home of ['train', 'validation', 'test'] as const) {
    const some = files[home] ?? [];
    await (areTexts ? reading.readTexts(some, home, byFolder) : reading.readFiles(some, home));
  }
  const { parts, ...all } = await reading.end();
  const readFile = (split: Split) => {
    const part = parts[split];
    const own = chunks[split];
    return part && { ...all, ...part, chunks: own, book, rows: rowsOf(part, own, book) };
  };
  return { train: readFile('train'), test: readFile('test') };
}

/** Reads the files of one part. */
export async function readPart(files: readonly File[], options: Options = {}): Promise<ReadFile> {
  const { train } = await readParts({ train: files }, options);
  if (!train) throw new Error('no row of these files is to train on');
  return train;
}

function rowsOf({ labels, validation }: ReadPart, chunks: RowChunk[], book: LabelBook): Row[] {
  return chunks.flatMap((chunk) =>
    Array.from(chunk.lines, (line, i) => {
      const at = chunk.rowStart + i;
      const row: Row = {
        line,
        label: labels[at] === NO_LABEL ? null : book.keys[labels[at]],
        fields: chunk.fields.map((column) => textAt(column, i)),
      };
      if (chunk.ids) row.id = textAt(chunk.ids, i);
      if (validation[at] === 1) row.given = 'validation';
      return row;
    }),
  );
}

/** A file with such text, or such bytes. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = 'train.csv'): File {
  return new File([content], name);
}

/** Packs bytes as gzip. */
export async function gzip(
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
