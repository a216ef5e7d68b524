// Gzip of several members, which the browser's own unpacker takes for junk behind the first.
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import { readText } from '../../src/data/source';
import { fileOf, gzip } from './reading';

const TEXTS = Array.from({ length: 40 }, (_, i) => `${i % 2},row ${i}\n`.repeat(1 + i * i * 40));

async function packed(texts: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const members = await Promise.all(texts.map((text) => gzip(text)));
  return new Uint8Array(await new Blob(members).arrayBuffer());
}

describe('gzip of several members', () => {
  it('is unpacked to all of their texts', async () => {
    const file = fileOf(await packed([...TEXTS, '', 'end']), 'a.csv.gz');
    expect((await readText(file)) === `${TEXTS.join('')}end`).toBe(true);
  });

  it('broken off or damaged is a fault with its place', async () => {
    const bytes = await packed(TEXTS.slice(0, 12));
    for (const end of [bytes.length - 3, bytes.length >> 1]) {
      const error: unknown = await readText(fileOf(bytes.slice(0, end), 'a.gz')).catch(
        (e: unknown) => e,
      );
      expect(faultOf(error)).toEqual({ key: 'file.gzip', values: { file: 'a.gz', at: end } });
    }
  });
});
