// What a new dataset is called until somebody renames it: its folder, or what its files' names have beside the part's.
import { UNTITLED } from '../core/types';

/** A name that no other dataset has. */
export function nameOf(files: readonly File[], taken: readonly string[]): string {
  const name = folderOf(files[0]) ?? stemOf(files[0].name);
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name} ${i}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

function folderOf(file: File): string | null {
  const path = file.webkitRelativePath as string | undefined; // not in Node
  return path?.includes('/') ? (path.split('/').at(-2) ?? null) : null;
}

/** 'ag_news_train.csv.gz' gives 'ag_news'; 'train.csv' tells nothing. */
function stemOf(file: string): string {
  const bare = file.replace(/(\.(csv|tsv|tab|json|jsonl|ndjson|txt|label|ft))?(\.gz)?$/i, '');
  const stem = bare
    .replace(/(^|[^a-z])(training|train|test|validation|valid|val|dev)(?![a-z])/i, '')
    .replace(/^[\W_]+|[\W_]+$/g, '');
  return stem || UNTITLED;
}
