// Files out of a zip archive, found by its directory at the end.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.4; no encryption, no zip64
import { AppError, fail } from '../core/errors';
import type { PackedName } from './archive-names';
import type { UnpackLimit } from './bomb';
import { crc32 } from './crc32';

type Bytes = Uint8Array<ArrayBuffer>;

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_NOTE = 65_535; // bytes that may stand behind the end of the directory
const PART_BYTES = 4 * 1024 * 1024; // unpacked bytes go to the browser's own store in such parts
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

/** The content of an entry, unpacked and checked against its sum. */
export async function unzip(file: File, entry: ZipEntry, limit: UnpackLimit): Promise<Blob[]> {
  if (entry.isLocked) throw fail('bad-file', 'archive.locked', { file: file.name });
  if (entry.method !== STORED && entry.method !== DEFLATED) throw broken(file, entry.at);
  const local = await viewOf(file, entry.at, entry.at + LOCAL_BYTES);
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL_MARK)
    throw broken(file, entry.at);
  const from = entry.at + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(from, from + entry.packedBytes).stream();
  const unpacked =
    entry.method === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    const { blobs, crc } = await gather(unpacked, limit);
    if (crc !== entry.crc) throw broken(file, entry.at);
    return blobs;
  } catch (error) {
    throw error instanceof AppError ? error : broken(file, entry.at, error);
  }
}

function entryAt(directory: DataView<ArrayBuffer>, at: number): { entry: ZipEntry; size: number } {
  const u16 = (offset: number) => directory.getUint16(at + offset, true);
  const u32 = (offset: number) => directory.getUint32(at + offset, true);
  const rest = new Uint8Array(directory.buffer, Math.min(at + ENTRY_BYTES, directory.byteLength));
  const name = rest.subarray(0, u16(28));
  const inUtf8 = unicodePath(rest.subarray(u16(28), u16(28) + u16(30)), name);
  const entry = {
    name: inUtf8 ?? { bytes: name, isUtf8: (u16(8) & NAME_IS_UTF8) !== 0 },
    packedBytes: u32(20),
    method: u16(10),
    isLocked: (u16(8) & 1) === 1,
    crc: u32(16),
    at: u32(42),
  };
  return { entry, size: ENTRY_BYTES + u16(28) + u16(30) + u16(32) };
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
  return { blobs: [...blobs, new Blob(parts)], crc };
}

async function viewOf(file: File, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(start, Math.max(start, end)).arrayBuffer());
}

function broken(file: File, at: number, cause?: unknown): Error {
  return fail('bad-file', 'archive.broken', { file: file.name, at }, cause);
}
