// Class names that files of rows hold for the numbers of their labels, as a classes.txt beside them would.
import type { FileReading, ReadPlan } from '../core/reading';
import type { ClassNames } from './classes';
import { isParquet, MARK_BYTES } from './parquet-mark';
import { openRows } from './open-rows';
import { readingOf } from './schema';
import { readBytes } from './source';

/** The names that the first file with any has for its labels; null where none has. */
export async function labelNamesIn(
  files: readonly File[],
  plan: ReadPlan,
): Promise<ClassNames | null> {
  let like: FileReading | undefined;
  for (const file of files) {
    if (!isParquet(await readBytes(file, 0, MARK_BYTES))) continue;
    const { labelNames, schema } = await openRows(file, { ...plan, like });
    like ??= readingOf(schema);
    if (labelNames) return { file: file.name, names: labelNames, isFromZero: true };
  }
  return null;
}
