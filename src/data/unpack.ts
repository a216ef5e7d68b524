// Files out of archives: zip, tar, tar.gz, and archives in them, told by their first bytes rather than by their names.
import { fail } from '../core/errors';
import { decodeNames, type PackedName } from './archive-names';
import { limited, UnpackLimit } from './bomb';
import { couldBeData } from './detect';
import { gunzip, isGzip } from './gzip';
import { isParquet } from './parquet-mark';
import { fileAt, foldersOf, heldFileAt, partsOf, placed } from './placed-file';
import { readBlocks, readBytes } from './source';
import { isTarHeader, untar } from './tar';
import { isZip, zipEntries, ZipReader, type ZipEntry } from './zip';

/** A file as it comes out of an archive. */
interface PackedFile {
  name: PackedName;
  content: Bytes | Blob[]; // bytes where it is small
}

type Bytes = Uint8Array<ArrayBuffer>;

const HEAD_BYTES = 512;
const MOST_DEPTH = 3; // archives within archives
const AT_ONCE = 8; // files of a zip that are unpacked at a time
const ARCHIVE = /\.(zip|tar|tgz|tar\.gz|gz)$/i;
const OLDER_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]; // https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
const HIDDEN = /^(\.|__MACOSX$)/;

/** All files, those in archives in place of the archives; what cannot be data stays packed. `count` is told of bytes of archives. */
export async function unpack(
  files: readonly File[],
  count: (bytes: number) => void = () => undefined,
): Promise<File[]> {
  const all: File[] = [];
  for (const file of files) {
    const own = placed(file);
    const found = await unpackOne(own, new UnpackLimit(own), 0, count);
    for (const one of found ?? [own]) all.push(one); // one by one: there may be more than a call takes
  }
  return all;
}

/** The files in an archive, or null if a file is none. */
async function unpackOne(
  file: File,
  limit: UnpackLimit,
  depth: number,
  count: (bytes: number) => void = () => undefined,
): Promise<File[] | null> {
  if (/\.(txt|html?)$/i.test(file.name)) return null; // there may be thousands of them: not even opened
  const head = await readBytes(file, 0, HEAD_BYTES);
  if (isExcel(file.name, head)) throw fail('bad-file', 'file.excel', { file: file.name });
  const stem = [...foldersOf(file), file.name.replace(ARCHIVE, '')];
  let entries: AsyncIterable<PackedFile>;
  if (isZip(head)) entries = fromZip(file, limit, count);
  else if (isTarHeader(head))
    entries = untar(limited(readBlocks(file, count), limit), file.name, isWanted);
  else if (isGzip(head)) {
    const begin = await packedHead(file);
    const blocks = () => limited(gunzipped(file, count), limit);
    if (isTarHeader(begin)) entries = untar(blocks(), file.name, isWanted);
    else if (isParquet(begin)) entries = alone(blocks());
    else return null;
  } else return null;
  if (depth === MOST_DEPTH) throw fail('bad-file', 'archive.none', { file: file.name });
  const packed: PackedFile[] = [];
  for await (const entry of entries) packed.push(entry);
  const paths = decodeNames(packed.map(({ name }) => name));
  const found: File[] = [];
  for (const [i, { content }] of packed.entries()) {
    const path = [...stem, ...partsOf(paths[i])];
    const inside = insideAt(path, content, limit);
    for (const one of (await unpackOne(inside, limit, depth + 1)) ?? [inside]) found.push(one);
  }
  if (found.length === 0) throw fail('bad-file', 'archive.none', { file: file.name });
  return found;
}

async function* fromZip(
  file: File,
  limit: UnpackLimit,
  count: (bytes: number) => void,
): AsyncGenerator<PackedFile> {
  const reader = new ZipReader(file, limit);
  const ahead: Promise<PackedFile>[] = []; // being unpacked
  const unpackOf = async (entry: ZipEntry, packed: Bytes | Blob) => {
    const content = await reader.unpack(entry, packed);
    count(entry.wholeBytes);
    return { name: entry.name, content };
  };
  for (const entry of await zipEntries(file)) {
    if (!isWanted(entry.name)) continue;
    const next = unpackOf(entry, await reader.packed(entry));
    next.catch(() => undefined); // thrown where it is waited for
    if (ahead.push(next) < AT_ONCE) continue;
    yield await (ahead.shift() as Promise<PackedFile>);
  }
  for (const last of ahead) yield await last;
}

function insideAt(path: string[], content: Bytes | Blob[], limit: UnpackLimit): File {
  if (Array.isArray(content)) return fileAt(content, path);
  return limit.hold(content.length)
    ? heldFileAt(content, path)
    : fileAt([new Blob([content])], path);
}

/** By what a name has in ASCII, before it is known in which character set the rest is. */
function isWanted({ bytes }: PackedName): boolean {
  const parts = partsOf(new TextDecoder().decode(bytes));
  const name = parts.at(-1) ?? '';
  return !parts.some((part) => HIDDEN.test(part)) && (ARCHIVE.test(name) || couldBeData(name));
}

/** Whether a file is a workbook by its name, and by its beginning as a zip or one of the older kind. */
function isExcel(name: string, head: Bytes): boolean {
  const isOlder = OLDER_EXCEL.every((byte, i) => head[i] === byte);
  return /\.xls[xmb]?$/i.test(name) && (isOlder || isZip(head));
}

/** What is packed by itself, which is read at many places and so cannot stream. */
async function* alone(blocks: AsyncIterable<Bytes>) {
  const parts: Blob[] = [];
  for await (const block of blocks) parts.push(new Blob([block]));
  yield { name: { bytes: new Uint8Array(), isUtf8: true }, content: parts };
}

function gunzipped(file: File, count?: (bytes: number) => void): AsyncIterable<Bytes> {
  return gunzip(readBlocks(file, count), file.name, () => readBlocks(file));
}

/** The first bytes of what is packed; fewer where it breaks off, which reading it will tell. */
async function packedHead(file: File): Promise<Bytes> {
  let head: Bytes = new Uint8Array();
  try {
    for await (const block of gunzipped(file)) {
      const joined = new Uint8Array(head.length + block.length);
      joined.set(head);
      joined.set(block, head.length);
      head = joined;
      if (head.length >= HEAD_BYTES) break;
    }
  } catch {
    // It is no archive as far as it goes.
  }
  return head;
}
