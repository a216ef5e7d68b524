// Reads files into memory as an import would, for tests.
import { textAt } from '../../src/core/columns';
import type { RowChunk } from '../../src/core/types';
import { LabelBook } from '../../src/data/labels';
import { readRows, type ReadOptions, type ReadRows } from '../../src/data/read';

/** A part, its chunks, and its rows as people would write them down. */
export interface ReadFile extends ReadRows {
  chunks: RowChunk[];
  book: LabelBook;
  rows: { line: number; label: string; fields: string[] }[];
}

/** Reads the files of one part; any label is good unless a book says otherwise. */
export async function readPart(
  files: readonly File[],
  options: Partial<ReadOptions> = {},
): Promise<ReadFile> {
  const chunks: RowChunk[] = [];
  const book = options.book ?? new LabelBook(0, () => true);
  const takeChunk = (chunk: RowChunk) => Promise.resolve(void chunks.push(chunk));
  const count = () => undefined;
  const base = { fieldCount: null, language: null, areTexts: false, takeChunk, count };
  const part = await readRows(files, { ...base, ...options, book });
  const rows = chunks.flatMap((chunk) =>
    Array.from(chunk.lines, (line, i) => ({
      line,
      label: book.keys[part.labels[chunk.rowStart + i]],
      fields: chunk.fields.map((column) => textAt(column, i)),
    })),
  );
  return { ...part, chunks, book, rows };
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
