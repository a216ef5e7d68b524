// The files behind a drop, folders walked through to their leaves.
// https://wicg.github.io/entries-api/

const HIDDEN = /^(\.|__MACOSX$|Thumbs\.db$)/;

/** Whether a file or folder is the system's own rather than a reader's. */
export function isHidden(name: string): boolean {
  return HIDDEN.test(name);
}

/** Every file of a drop, also those inside folders; must be called within the drop's own event. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // The list of items is emptied when the event ends, so the entries are taken before the first await.
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(entries.map((entry) => walk(entry)));
  return found.flat();
}

/** Files of a picked folder without the system's own. */
export function visibleFiles(list: FileList | null): File[] {
  return [...(list ?? [])].filter((file) => {
    const path = file.webkitRelativePath || file.name;
    return !path.split('/').some(isHidden);
  });
}

async function walk(entry: FileSystemEntry | File | null): Promise<File[]> {
  if (entry === null || isHidden(entry.name)) return [];
  if (entry instanceof File) return [entry];
  if (entry.isFile) {
    const file = entry as FileSystemFileEntry;
    const found = await new Promise<File>((resolve, reject) => file.file(resolve, reject));
    return [withPath(found, entry.fullPath)];
  }
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  const found = await Promise.all(inside.map((child) => walk(child)));
  return found.flat();
}

/** A file of a folder with its path for a name: its folders tell splits and classes, and reach a worker in no other way. */
function withPath(file: File, fullPath: string): File {
  const path = fullPath.replace(/^\//, '');
  return path.includes('/') ? new File([file], path, { type: file.type }) : file;
}

async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    // A reader gives at most a hundred entries at a time, and none when it has given all.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
