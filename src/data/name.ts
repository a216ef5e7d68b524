// What a new dataset is called until somebody renames it: its folder, or what its files' names have beside the part's.
import { TYPED_FILE } from '../core/typed';
import { UNTITLED } from '../core/types';
import { isSplitFolder, rowFiles, type Roles } from './detect';
import { foldersOf } from './placed-file';

/** A name that no other dataset has. */
export function nameOf(roles: Roles, taken: readonly string[]): string {
  const { areTexts, byFolder } = roles;
  const [first] = rowFiles(roles);
  const name = folderOf(first, byFolder) ?? (areTexts ? UNTITLED : stemOf(first.name));
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name} ${i}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** The nearest folder that is neither a class's nor a split's. */
function folderOf(file: File, byFolder: boolean): string | null {
  const folders = byFolder ? foldersOf(file).slice(0, -1) : foldersOf(file);
  return folders.findLast((folder) => !isSplitFolder(folder)) ?? null;
}

/** What files of one dataset have in common: 'ag_news_train.csv.gz' gives 'ag_news'; 'train.csv' tells nothing. */
export function stemOf(file: string): string {
  if (file === TYPED_FILE) return UNTITLED;
  const bare = file.replace(
    /(\.(csv|tsv|tab|json|jsonl|ndjson|parquet|pq|txt|label|ft))?(\.gz)?$/i,
    '',
  );
  const stem = bare
    .replace(/-\d{5}-of-\d{5}$/, '') // of a file that was written in pieces
    .replace(/(^|[^a-z])(training|train|test|validation|valid|val|dev)(?![a-z])/i, '')
    .replace(/^[\W_]+|[\W_]+$/g, '');
  return stem || UNTITLED;
}
