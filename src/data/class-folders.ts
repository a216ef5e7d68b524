// Which folders hold the texts of a class: told by their names, and by what lies in them and beside them.
import { foldersOf } from './placed-file';
import { partIn, type Home } from './split-names';

const BESIDE_PAGE = /_files$/; // the folder of what a browser saves with a page
const UNLABELLED = 'unsup'; // the folder of IMDB's reviews without a class

/** Whether a file belongs to a saved page. */
export function isBesidePage(file: File): boolean {
  return foldersOf(file).some((folder) => BESIDE_PAGE.test(folder));
}

/** The part that a folder is named for; null = none. */
export function partOfFolder(folder: string): Home | null {
  const word = folder.toLowerCase().split(/[-_.]/).at(-1) ?? '';
  return /^[a-z]+$/.test(word) ? partIn(word) : null;
}

/** The folders of some texts. */
export class ClassFolders {
  readonly #named = new Set<string>(); // paths of those that are a class's in spite of a part's name
  readonly #ofParts = new Set<string>(); // paths of those in which each file is another part

  constructor(texts: readonly File[]) {
    const files = grouped(texts, (file) => foldersOf(file).join('/'));
    for (const [path, inside] of files) {
      const parts = inside.map(({ name }) => partIn(name.toLowerCase()));
      if (!parts.includes(null) && new Set(parts).size === parts.length) this.#ofParts.add(path);
    }
    const beside = grouped(files.keys(), (path) => path.split('/').slice(0, -1).join('/'));
    for (const paths of beside.values()) {
      const ofPart = paths.filter((path) => partOfFolder(lastOf(path)) !== null);
      const others = paths.length - ofPart.length;
      if (ofPart.length === 1 && others > 0) this.#named.add(ofPart[0]);
    }
  }

  /** Whether a text lies in the folder of its class, and is not a part by its own whole name. */
  isOfClass(file: File): boolean {
    const folders = foldersOf(file);
    const label = folders.at(-1) ?? '';
    if (label === '' || label === UNLABELLED || BESIDE_PAGE.test(label)) return false;
    const path = folders.join('/');
    if (partOfFolder(label) !== null && !this.#named.has(path)) return false;
    return partOfFolder(file.name.replace(/\..*$/, '')) === null && !this.#ofParts.has(path);
  }

  /** The part that the folders above a file name, the nearest first; null = none. */
  partAbove(file: File): Home | null {
    const folders = foldersOf(file);
    const at = folders.findLastIndex((folder, i) => {
      const path = folders.slice(0, i + 1).join('/');
      return partOfFolder(folder) !== null && !this.#named.has(path);
    });
    return at < 0 ? null : partOfFolder(folders[at]);
  }
}

function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function lastOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
