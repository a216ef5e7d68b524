// Folders as the browser itself gives them: from its sandboxed file system, through the same entries a drop has.
import { afterEach, describe, expect, it } from 'vitest';
import { filesOf, isHidden, visibleFiles } from '../../../../src/ui/pages/data/dropped-files';

type Ask = (kind: number, size: number, done: (system: FileSystem) => void) => void;

const root = () =>
  new Promise<FileSystemDirectoryEntry>((resolve) => {
    const ask = (window as unknown as { webkitRequestFileSystem: Ask }).webkitRequestFileSystem;
    ask.call(window, 0, 1024 * 1024, (system) => resolve(system.root));
  });

interface WritableFile extends FileSystemFileEntry {
  createWriter: (done: (writer: EventTarget & { write: (data: Blob) => void }) => void) => void;
}
interface Removable extends FileSystemDirectoryEntry {
  removeRecursively: (done: () => void) => void;
}

async function folder(parent: FileSystemDirectoryEntry, name: string) {
  return new Promise<FileSystemDirectoryEntry>((resolve, reject) =>
    parent.getDirectory(
      name,
      { create: true },
      (entry) => resolve(entry as FileSystemDirectoryEntry),
      reject,
    ),
  );
}
async function file(parent: FileSystemDirectoryEntry, name: string, text: string) {
  const entry = await new Promise<WritableFile>((resolve, reject) =>
    parent.getFile(name, { create: true }, (made) => resolve(made as WritableFile), reject),
  );
  await new Promise((resolve) =>
    entry.createWriter((writer) => {
      writer.addEventListener('writeend', resolve);
      writer.write(new Blob([text]));
    }),
  );
}

/** A drop of entries; a DataTransfer of a script cannot hold folders. */
function drop(...entries: FileSystemEntry[]): DataTransfer {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  return { items } as unknown as DataTransfer;
}

let made: FileSystemDirectoryEntry | null = null;
afterEach(async () => {
  const old = made as Removable | null;
  if (old) await new Promise<void>((resolve) => old.removeRecursively(resolve));
  made = null;
});

describe('the files of a drop', () => {
  it('are found in folders within folders with their paths, hidden ones left out', async () => {
    made = await folder(await root(), 'news');
    const inner = await folder(made, 'data');
    await file(made, 'classes.txt', 'World\n');
    await file(made, '.DS_Store', 'x');
    await file(inner, 'train.csv', '"1","a","b"\n');
    const names = (await filesOf(drop(made))).map(({ name }) => name);
    expect(names.sort()).toEqual(['news/classes.txt', 'news/data/train.csv']);
  });

  it('are all found in a folder that the browser lists in several portions', async () => {
    made = await folder(await root(), 'many');
    for (let i = 0; i < 130; i++) await file(made, `${i}.csv`, 'x');
    expect(await filesOf(drop(made))).toHaveLength(130);
  });

  it('are taken as they are from a plain drop', async () => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['"1","a","b"'], 'train.csv'));
    transfer.items.add('words', 'text/plain');
    const files = await filesOf(transfer);
    expect(files.map(({ name }) => name)).toEqual(['train.csv']);
    expect(await files[0].text()).toBe('"1","a","b"');
  });
});

describe('hidden files', () => {
  it('are the system’s own, also within a picked folder', () => {
    expect(['.DS_Store', '__MACOSX', 'Thumbs.db'].every(isHidden)).toBe(true);
    expect(isHidden('train.csv')).toBe(false);
    expect(visibleFiles(null)).toEqual([]);
    const transfer = new DataTransfer();
    for (const name of ['.DS_Store', 'test.csv']) transfer.items.add(new File(['x'], name));
    expect(visibleFiles(transfer.files).map(({ name }) => name)).toEqual(['test.csv']);
  });
});
