// Files out of a zip archive, found by its directory at the end.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.4; no encryption, no zip64
import { AppError, fail } from '../core/errors';
import type { PackedName } from './archive-names';
import type { UnpackLimit } from './bomb';
import { crc32 } from './crc32';
import { join, readBytes } from './source';

type Bytes = Uint8Array<ArrayBuffer>;

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_NOTE = 65_535; // bytes that may stand behind the end of the directory
const PART_BYTES = 4 * 1024 * 1024; // unpacked bytes go to the browser's own store in such parts
const BLOCK_BYTES = 4 * 1024 * 1024; // read at a time
const MOST_SMALL = 256 * 1024; // bytes of a file that is taken in one piece
const NAME_IS_UTF8 = 1 << 11;
const UNICODE_PATH = 0x7075;
const SLASH = 47;
const BACKSLASH = 92; // may also be half of a character
const STORED = 0;
const DEFLATED = 8;

/** A file in a zip archive. */
export interface ZipEntry {
  name: PackedName;
  packedBytes: number;
  wholeBytes: number; // in the archive, with what it has about the file at both places
  method: number;
  isLocked: boolean; // encrypted
  crc: number;
  at: number; // of its local header
}

/** Whether bytes begin as a zip archive does. */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    (head[2] === 3 || head[2] === 5) &&
    head[3] === head[2] + 1
  );
}

/** The files of an archive, folders left out; throws `archive.broken` where the directory is cut or damaged. */
export async function zipEntries(file: File): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, file.size - END_BYTES - MOST_NOTE);
  const tail = await viewOf(file, tailAt, file.size);
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_MARK) end--;
  if (end < 0) throw broken(file, file.size);
  const count = tail.getUint16(end + 10, true);
  const directoryAt = tail.getUint32(end + 16, true);
  const directory = await viewOf(file, directoryAt, tailAt + end);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > directory.byteLength || directory.getUint32(at, true) !== ENTRY_MARK)
      throw broken(file, directoryAt + at);
    const { entry, size } = entryAt(directory, at);
    if (!isFolder(entry.name)) entries.push(entry);
    at += size;
  }
  return entries;
}

/** Reads an archive in large blocks, for its files follow one another and may be thousands. */
export class ZipReader {
  readonly #file: File;
  readonly #limit: UnpackLimit;
  #start = 0; // of the block that is held
  #block: Bytes = new Uint8Array();

  constructor(file: File, limit: UnpackLimit) {
    this.#file = file;
    this.#limit = limit;
  }

  /** The packed content of an entry: all of it where it is small. */
  async packed({ at, packedBytes, method, isLocked }: ZipEntry): Promise<Bytes | Blob> {
    const file = this.#file;
    if (isLocked) throw fail('bad-file', 'archive.locked', { file: file.name });
    if (method !== STORED && method !== DEFLATED) throw broken(file, at);
    const local = await this.#take(at, LOCAL_BYTES);
    const view = new DataView(local.buffer, local.byteOffset, local.length);
    if (local.length < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL_MARK)
      throw broken(file, at);
    const from = at + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
    if (packedBytes > MOST_SMALL) return file.slice(from, from + packedBytes);
    return (await this.#take(from, packedBytes)).slice();
  }

  /** Unpacks the content of an entry and checks it against its sum; it comes in parts, the last of which may be short. */
  async unpack({ at, method, crc }: ZipEntry, packed: Bytes | Blob): Promise<Bytes | Blob[]> {
    const stream = packed instanceof Blob ? packed.stream() : streamOf(packed);
    const unpacked =
      method === STORED ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'));
    try {
      const found = await gather(unpacked, this.#limit);
      if (found.crc !== crc) throw broken(this.#file, at);
      return found.content;
    } catch (error) {
      throw error instanceof AppError ? error : broken(this.#file, at, error);
    }
  }

  async #take(start: number, length: number): Promise<Bytes> {
    const end = start + length;
    if (start < this.#start || end > this.#start + this.#block.length) {
      this.#block = await readBytes(this.#file, start, Math.max(end, start + BLOCK_BYTES));
      this.#start = start;
    }
    return this.#block.subarray(start - this.#start, end - this.#start);
  }
}

function entryAt(directory: DataView<ArrayBuffer>, at: number): { entry: ZipEntry; size: number } {
  const u16 = (offset: number) => directory.getUint16(at + offset, true);
  const u32 = (offset: number) => directory.getUint32(at + offset, true);
  const size = ENTRY_BYTES + u16(28) + u16(30) + u16(32); // in the directory
  const rest = new Uint8Array(directory.buffer, Math.min(at + ENTRY_BYTES, directory.byteLength));
  const name = rest.subarray(0, u16(28));
  const inUtf8 = unicodePath(rest.subarray(u16(28), u16(28) + u16(30)), name);
  const entry = {
    name: inUtf8 ?? { bytes: name, isUtf8: (u16(8) & NAME_IS_UTF8) !== 0 },
    packedBytes: u32(20),
    wholeBytes: u32(20) + LOCAL_BYTES + u16(28) + size,
    method: u16(10),
    isLocked: (u16(8) & 1) === 1,
    crc: u32(16),
    at: u32(42),
  };
  return { entry, size };
}

/** The path in UTF-8 that Info-ZIP puts beside one in another character set; APPNOTE, section 4.6.9. */
function unicodePath(extra: Bytes, name: Bytes): PackedName | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== UNICODE_PATH || end < at + 9 || end > extra.length) continue;
    // An archiver that does not know of this path may have changed the other one.
    if (view.getUint32(at + 5, true) !== crc32(0, name)) continue;
    return { bytes: extra.subarray(at + 9, end), isUtf8: true };
  }
  return null;
}

function isFolder({ bytes }: PackedName): boolean {
  return bytes.at(-1) === SLASH || (bytes.at(-1) === BACKSLASH && (bytes.at(-2) ?? 0) < 128);
}

async function gather(stream: ReadableStream<Uint8Array>, limit: UnpackLimit) {
  const blobs: Blob[] = [];
  let parts: Bytes[] = [];
  let size = 0;
  let crc = 0;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const block = next.value as Bytes;
      limit.add(block.length);
      crc = crc32(crc, block);
      parts.push(block);
      size += block.length;
      if (size < PART_BYTES) continue;
      blobs.push(new Blob(parts));
      [parts, size] = [[], 0];
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  const isSmall = blobs.length === 0 && size <= MOST_SMALL;
  return { content: isSmall ? join(parts, size) : [...blobs, new Blob(parts)], crc };
}

function streamOf(bytes: Bytes): ReadableStream<Bytes> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

async function viewOf(file: File, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(start, Math.max(start, end)).arrayBuffer());
}

function broken(file: File, at: number, cause?: unknown): Error {
  return fail('bad-file', 'archive.broken', { file: file.name, at }, cause);
}
