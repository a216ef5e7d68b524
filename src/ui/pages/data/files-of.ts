// The files that a dataset was read from.
import type { Dataset, SourceFile } from '../../../core/types';

/** Each file once with all its rows, though a column may have put them into both parts; two of one name are told apart by size. */
export function filesOf({ train, test }: Pick<Dataset, 'train' | 'test'>): SourceFile[] {
  const files = new Map<string, SourceFile>();
  for (const source of [...(train?.sources ?? []), ...(test?.sources ?? [])]) {
    const key = `${source.name} ${source.sizeBytes}`;
    const rows = source.rows + (files.get(key)?.rows ?? 0);
    files.set(key, { ...source, rows });
  }
  return [...files.values()];
}
