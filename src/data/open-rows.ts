// Opens a file of rows by its first bytes: what its columns are for, and a way to read it to its end.
import type { ReadPlan } from '../core/reading';
import { isParquet, MARK_BYTES } from './parquet-mark';
import { openReader } from './reader';
import type { RowSource } from './row-source';
import type { TextFormat } from './format';
import { guessSchema, type Schema } from './schema';
import { openText, readBytes, type TextSource } from './source';

/** Opens a file; `count` is told of each stretch of bytes that was read. */
export async function openRows(
  file: File,
  plan: ReadPlan,
  count: (bytes: number) => void = () => undefined,
): Promise<RowSource> {
  const head = await readBytes(file, 0, MARK_BYTES);
  if (!isParquet(head)) return openTextRows(file, plan, count);
  const { openParquetRows } = await import('./parquet-rows'); // with all that unpacks it
  return openParquetRows(file, plan, count);
}

async function openTextRows(
  file: File,
  plan: ReadPlan,
  count: (bytes: number) => void,
): Promise<RowSource> {
  let source = await openText(file, count, plan.charset);
  const guess = () =>
    guessSchema({ bytes: source.head, isWhole: source.isWhole, file: file.name }, plan);
  let schema = guess();
  while (!schema) {
    source = await source.longer();
    schema = guess();
  }
  return sourceOf(file.name, schema, source);
}

function sourceOf(
  file: string,
  schema: Schema<TextFormat>,
  { blocks, charset }: TextSource,
): RowSource {
  const read: RowSource['read'] = async function* (columns, take) {
    const reader = openReader(file, schema, columns, take);
    for await (const block of blocks) {
      reader.push(block);
      yield;
    }
    reader.end();
  };
  return { schema, charset, labelNames: null, read };
}
