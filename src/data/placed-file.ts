// Where a file lay: the folders above it, from a picked folder, a dropped one or an archive. Only their names are ever
// used, to tell splits and classes; nothing is written anywhere, so a path cannot lead astray.

/** A file with its bare name, and the folders above it. */
class PlacedFile extends File {
  readonly folders: readonly string[];
  readonly held: Uint8Array<ArrayBuffer> | null; // all of its content, where that lies in memory

  constructor(
    parts: readonly BlobPart[],
    path: readonly string[],
    held: Uint8Array<ArrayBuffer> | null = null,
  ) {
    super([...parts], path.at(-1) ?? '');
    this.held = held;
    this.folders = path.slice(0, -1);
  }
}

/** Parts of a path without those that lead up or nowhere. */
export function partsOf(path: string): string[] {
  return path.split(/[/\\]/).filter((part) => !/^(\.{0,2}|[A-Za-z]:)$/.test(part));
}

/** A file at a path. */
export function fileAt(parts: readonly Blob[], path: readonly string[]): File {
  return new PlacedFile(parts, path);
}

/** A small file at a path, whose content stays in memory: asking the browser for thousands of them takes seconds. */
export function heldFileAt(bytes: Uint8Array<ArrayBuffer>, path: readonly string[]): File {
  return new PlacedFile([bytes], path, bytes);
}

/** All of a file's content, where it is held in memory. */
export function heldBytes(file: File): Uint8Array<ArrayBuffer> | null {
  return file instanceof PlacedFile ? file.held : null;
}

/** The same file under its bare name, its folders kept: pages hand them over in its path or in its name. */
export function placed(file: File): File {
  const path = partsOf(file.webkitRelativePath || file.name); // no path in Node
  return path.length < 2 || file instanceof PlacedFile ? file : new PlacedFile([file], path);
}

/** A file's path, as far as it is known. */
export function pathOf(file: File): string {
  return [...foldersOf(file), file.name].join('/');
}

/** The folders above a file, outermost first; none are known of a plain file. */
export function foldersOf(file: File): readonly string[] {
  return file instanceof PlacedFile ? file.folders : [];
}
