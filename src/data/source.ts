// A file as a stream of bytes that are known to be text in UTF-8: unpacked, checked, without its byte order mark.
import { fail } from '../core/errors';
import { limited, UnpackLimit } from './bomb';
import type { FoundCharset } from '../core/reading';
import { fromCharset, toUtf8, type CharsetGuess } from './charset';
import { gunzip, isGzip } from './gzip';
import { heldBytes } from './placed-file';

type Bytes = Uint8Array<ArrayBuffer>;

const BLOCK_BYTES = 1024 * 1024;
const HEAD_BYTES = 64 * 1024;

/** The text of a file: its beginning, to look at, and all of it in blocks, beginning included. */
export interface TextSource {
  head: Bytes; // at least 64 KiB, or the whole text
  isWhole: boolean; // the head is all there is
  blocks: AsyncIterable<Bytes>;
  charset: () => FoundCharset; // so far
  longer: () => Promise<TextSource>; // the same with a head of at least twice the length, where there is so much
}

/** Opens a file as text, gzipped or not; `count` is told of each stretch of bytes read from the file itself. */
export async function openText(
  file: File,
  count: (bytes: number) => void,
  chosen?: string, // a character set; else it is found
  guess?: CharsetGuess,
): Promise<TextSource> {
  let found: FoundCharset = chosen
    ? { charset: chosen, charsetBy: 'choice' }
    : { charset: 'utf-8', charsetBy: 'sound' };
  const raw = readBlocks(file, count);
  const first = (await raw.next()).value ?? new Uint8Array();
  const bytes = chain(first, raw);
  const unpacked = isGzip(first)
    ? limited(
        gunzip(bytes, file.name, () => readBlocks(file)),
        new UnpackLimit(file),
      )
    : bytes;
  const { head, isWhole } = await readHead(unpacked, HEAD_BYTES);
  if (head.length === 0) throw fail('bad-file', 'file.empty', { file: file.name });
  const all = chain(head, unpacked);
  const text = chosen
    ? fromCharset(all, file.name, chosen)
    : toUtf8(all, file.name, (other) => (found = other), guess);
  const begun = await text.next(); // the head in UTF-8
  return textSource({ head: begun.value ?? new Uint8Array(), isWhole }, text, () => found);
}

function textSource(
  { head, isWhole }: Pick<TextSource, 'head' | 'isWhole'>,
  rest: AsyncGenerator<Bytes, void>,
  charset: TextSource['charset'],
): TextSource {
  const longer = async () => textSource(await readHead(rest, 2 * head.length, head), rest, charset);
  return { head, isWhole, blocks: chain(head, rest), charset, longer };
}

/** The whole text of a small file. */
export async function readText(file: File): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const { blocks } = await openText(file, () => undefined);
  for await (const block of blocks) text += decoder.decode(block, { stream: true });
  return text + decoder.decode();
}

/**
 * The bytes of a file in blocks. From the second on, the next is being read while one is worked on; who looks at the first alone
 * has no more read.
 */
export async function* readBlocks(
  file: File,
  count: (bytes: number) => void = () => undefined,
): AsyncGenerator<Bytes, void> {
  let ahead: Promise<Bytes> | null = null;
  for (let at = 0; at < file.size; at += BLOCK_BYTES) {
    const end = at + BLOCK_BYTES;
    const block = await (ahead ?? readBytes(file, at, end));
    ahead = at > 0 && end < file.size ? readBytes(file, end, end + BLOCK_BYTES) : null;
    ahead?.catch(() => undefined); // thrown where it is waited for, if it ever is
    count(block.length);
    yield block;
  }
}

/** Some bytes of a file; throws `file.unreadable` where it went away. */
export async function readBytes(file: File, start: number, end: number): Promise<Bytes> {
  const held = heldBytes(file);
  if (held) return held.slice(start, end);
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fail('bad-file', 'file.unreadable', { file: file.name, reason }, error);
  }
}

/** Takes blocks until there is enough to judge by; the iterator can be read on afterwards. */
async function readHead(
  blocks: AsyncGenerator<Bytes, void>,
  least: number, // bytes
  begun?: Bytes,
): Promise<{ head: Bytes; isWhole: boolean }> {
  const parts: Bytes[] = begun ? [begun] : [];
  let length = begun?.length ?? 0;
  while (length < least) {
    const next = await blocks.next();
    if (next.done) return { head: join(parts, length), isWhole: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { head: join(parts, length), isWhole: false };
}

/** Blocks of such a length together in one piece. */
export function join(parts: readonly Bytes[], length: number): Bytes {
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function* chain(head: Bytes, rest: AsyncIterable<Bytes>): AsyncGenerator<Bytes, void> {
  yield head;
  yield* rest;
}
