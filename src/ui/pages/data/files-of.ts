// The files that a dataset was read from.
import type { Dataset, SourceFile } from '../../../core/types';

/** Each file once with all its rows, though a column may have put them into both parts. */
export function filesOf({ train, test }: Pick<Dataset, 'train' | 'test'>): SourceFile[] {
  const byName = new Map<string, SourceFile>();
  for (const source of [...(train?.sources ?? []), ...(test?.sources ?? [])]) {
    const rows = source.rows + (byName.get(source.name)?.rows ?? 0);
    byName.set(source.name, { ...source, rows });
  }
  return [...byName.values()];
}
