// Opens a file of rows by its first bytes: what its columns are for, and a way to read it to its end.
import type { ReadPlan } from '../core/reading';
import { isParquet, MARK_BYTES } from './parquet-mark';
import { openReader } from './reader';
import type { RowSource } from './row-source';
import { guessSchema } from './schema';
import { openText, readBytes } from './source';

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
  const { head, isWhole, blocks, charset } = await openText(file, count, plan.charset);
  const schema = guessSchema({ bytes: head, isWhole, file: file.name }, plan);
  const read: RowSource['read'] = async function* (columns, take) {
    const reader = openReader(file.name, schema, columns, take);
    for await (const block of blocks) {
      reader.push(block);
      yield;
    }
    reader.end();
  };
  return { schema, charset, labelNames: null, read };
}
