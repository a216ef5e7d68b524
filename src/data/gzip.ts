// Unpacks gzip as it streams. RFC 1952, https://www.rfc-editor.org/rfc/rfc1952
import { AppError, fail } from '../core/errors';

type Bytes = Uint8Array<ArrayBuffer>;

/** Whether bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The unpacked bytes; throws `file.gzip` where the packed ones break off or are damaged. */
export async function* gunzip(packed: AsyncIterable<Bytes>, file: string): AsyncGenerator<Bytes> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let at = 0;

  const feed = async () => {
    try {
      for await (const block of packed) {
        at += block.length;
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
    throw fail('bad-file', 'file.gzip', { file, at }, error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
