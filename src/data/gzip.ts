// Unpacks gzip as it streams, also of several members one behind the other, as `cat a.gz b.gz` makes them.
// RFC 1952, https://www.rfc-editor.org/rfc/rfc1952
import { AppError, fail } from '../core/errors';

type Bytes = Uint8Array<ArrayBuffer>;

const HEADER_BYTES = 10;
const LAST_SYSTEM = 13; // of those that a header may name; 255 = unknown

/** Whether bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The unpacked bytes; throws `file.gzip` where the packed ones break off or are damaged.
 * `again` gives the packed bytes from their beginning.
 */
export async function* gunzip(
  packed: AsyncIterable<Bytes>,
  file: string,
  again: () => AsyncIterable<Bytes>,
): AsyncGenerator<Bytes> {
  let given = 0;
  try {
    for await (const block of inflate(packed, file)) {
      given += block.length;
      yield block;
    }
  } catch (error) {
    if (!(error instanceof AppError && error.cause)) throw error;
    // Browsers take everything behind the first member for junk, and do not tell where that member ended.
    let left = given;
    for await (const block of inflateMembers(again(), file)) {
      if (block.length > left) yield block.subarray(left);
      left = Math.max(0, left - block.length);
    }
  }
}

/** Unpacks members by themselves; one begins where bytes look like its header. */
async function* inflateMembers(packed: AsyncIterable<Bytes>, file: string): AsyncGenerator<Bytes> {
  const pieces = cutAtHeaders(packed);
  const state = { at: 0, isDone: false };
  const member = async function* () {
    for (;;) {
      const { value, done } = await pieces.next();
      if (done) state.isDone = true;
      if (done || value === null) return;
      yield value;
    }
  };
  while (!state.isDone) yield* inflate(member(), file, state);
}

/** The same bytes, with a null before each header but the first. */
async function* cutAtHeaders(packed: AsyncIterable<Bytes>): AsyncGenerator<Bytes | null, void> {
  let rest: Bytes = new Uint8Array();
  let search = 1; // behind the first header's first byte
  for await (const block of packed) {
    const bytes = new Uint8Array(rest.length + block.length);
    bytes.set(rest);
    bytes.set(block, rest.length);
    let from = 0;
    const end = Math.max(0, bytes.length - HEADER_BYTES + 1);
    for (
      let at = bytes.indexOf(0x1f, search);
      at >= 0 && at < end;
      at = bytes.indexOf(0x1f, at + 1)
    ) {
      if (!isHeader(bytes, at)) continue;
      yield bytes.subarray(from, at);
      yield null;
      from = at;
    }
    yield bytes.subarray(from, Math.max(from, end));
    rest = bytes.subarray(Math.max(from, end));
    if (end > 0) search = 0;
  }
  yield rest;
}

function isHeader(bytes: Bytes, at: number): boolean {
  const [, , method, flags, , , , , speed, system] = bytes.subarray(at, at + HEADER_BYTES);
  const isUsual = [0, 2, 4].includes(speed) && (system <= LAST_SYSTEM || system === 255);
  return isGzip(bytes.subarray(at)) && method === 8 && flags < 32 && isUsual;
}

/** Unpacks one member; `read` counts the bytes that went in. */
async function* inflate(
  packed: AsyncIterable<Bytes>,
  file: string,
  read = { at: 0 },
): AsyncGenerator<Bytes> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();

  const feed = async () => {
    try {
      for await (const block of packed) {
        read.at += block.length;
        await writer.write(block);
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error); // also wakes the reader below
      throw error;
    }
  };

  const feeding = feed();
  feeding.catch(() => undefined); // told by the reader, or below
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await feeding;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw fail('bad-file', 'file.gzip', { file, at: read.at }, error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
