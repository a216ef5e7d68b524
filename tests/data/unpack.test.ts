// Archives that mean harm, or are damaged in places of all kinds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { faultOf, kindOf, type Fault } from '../../src/core/errors';
import { crc32 } from '../../src/data/crc32';
import { foldersOf } from '../../src/data/placed-file';
import { unpack } from '../../src/data/unpack';
import { fileOf, readPart } from './reading';

const encoder = new TextEncoder();

/** An archive of one file, as plain as can be. */
function zip(path: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = encoder.encode(path);
  const packed = deflateRawSync(content);
  const shared = (mark: number, before: number[]) => {
    const head = new DataView(new ArrayBuffer(4 + 2 * before.length + 26));
    head.setUint32(0, mark, true);
    [...before, 20, 0, 8, 0, 0].forEach((value, i) => head.setUint16(4 + 2 * i, value, true));
    const at = 14 + 2 * before.length;
    [crc32(0, content), packed.length, content.length].forEach((value, i) =>
      head.setUint32(at + 4 * i, value, true),
    );
    head.setUint16(at + 12, name.length, true);
    return new Uint8Array(head.buffer);
  };
  const local = shared(0x04034b50, []);
  const entry = new Uint8Array(46);
  entry.set(shared(0x02014b50, [20]));
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  end.setUint32(16, local.length + name.length + packed.length, true);
  const parts = [local, name, packed, entry, name, new Uint8Array(end.buffer)];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

async function faultFrom(work: Promise<unknown>): Promise<Fault> {
  const error: unknown = await work.then(
    () => new Error('it went well'),
    (e: unknown) => e,
  );
  expect(kindOf(error)).toBe('bad-file');
  return faultOf(error);
}

describe('a bomb', { timeout: 60_000 }, () => {
  const zeros = new Uint8Array(80 * 1024 * 1024);
  const limits = { mostBytes: 64 * 1024 * 1024, mostRatio: 200 };

  it('stops at 200 times its size, or at 64 MiB if that is more', async () => {
    const file = fileOf(zip('train.csv', zeros), 'bomb.zip');
    const values = { file: 'bomb.zip', ...limits };
    expect(await faultFrom(unpack([file]))).toEqual({ key: 'archive.bomb', values });
  });

  it('within archives counts for the one that was given', async () => {
    const inner = zip('train.csv', zeros);
    const file = fileOf(zip('a/inner.zip', inner), 'outer.zip');
    const values = { file: 'outer.zip', ...limits };
    expect(await faultFrom(unpack([file]))).toEqual({ key: 'archive.bomb', values });
  });

  it('of gzip stops while it is read', async () => {
    const lines = encoder.encode(`1,${'a'.repeat(1024 * 1024)}\n`.repeat(80));
    const file = fileOf(new Uint8Array(gzipSync(lines)), 'bomb.csv.gz');
    const values = { file: 'bomb.csv.gz', ...limits };
    expect(await faultFrom(readPart([file]))).toEqual({ key: 'archive.bomb', values });
  });

  it('of archives without end stops at the fourth', async () => {
    let bytes = encoder.encode('1,a\n2,b\n');
    bytes = zip('train.csv', bytes);
    for (let i = 0; i < 3; i++) bytes = zip(`${i}.zip`, bytes);
    expect((await faultFrom(unpack([fileOf(bytes, 'deep.zip')]))).key).toBe('archive.none');
  });
});

describe('paths in archives', () => {
  it('are only names: those that lead out of it lead nowhere', async () => {
    for (const path of ['../../etc/train.csv', '/etc/train.csv', 'C:\\etc\\..\\train.csv']) {
      const [file] = await unpack([fileOf(zip(path, encoder.encode('1,a')), 'a.zip')]);
      expect([...foldersOf(file), file.name]).toEqual(['a', 'etc', 'train.csv']);
    }
  });
});

describe('an archive', () => {
  const whole = zip('news/train.csv', encoder.encode('1,some words\n2,other words\n'));

  it('cut at any place is a fault, never half a dataset', async () => {
    for (let end = 4; end < whole.length; end++)
      expect(await faultFrom(unpack([fileOf(whole.slice(0, end), 'a.zip')]))).toMatchObject({
        key: 'archive.broken',
      });
  });

  it('with any one byte of its content changed is a fault', async () => {
    const from = 30 + 'news/train.csv'.length;
    for (let at = from; at < whole.length - 46 - 14 - 22; at++) {
      const damaged = whole.slice();
      damaged[at] ^= 0x10;
      expect((await faultFrom(unpack([fileOf(damaged, 'a.zip')]))).key).toBe('archive.broken');
    }
  });
});

describe('the bytes of an archive', () => {
  it('are told while it is unpacked', async () => {
    const content = encoder.encode('1,some words\n2,other words\n'.repeat(50));
    let told = 0;
    const count = (bytes: number) => (told += bytes);
    const packed = zip('a/train.csv', content);
    const [file] = await unpack([fileOf(packed, 'a.zip')], count);
    expect(told).toBe(packed.length - 22); // all but the end of its directory
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content);
    told = 0;
    const tarred = new Uint8Array(readFileSync(join(import.meta.dirname, 'files/tarred.tar')));
    await unpack([fileOf(tarred, 'a.tar')], count);
    expect(told).toBe(tarred.length);
  });
});
