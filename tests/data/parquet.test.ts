// Parquet that is cut, damaged or read in part. What whole files give stands in the golden files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import { byteColumn } from '../../src/data/byte-column';
import { ParquetFile } from '../../src/data/parquet';
import { fileOf } from './reading';

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'files', `${name}.parquet`)));
}

async function rowsOf(file: File): Promise<string[][]> {
  return (await ParquetFile.open(file)).firstRows(Infinity);
}

/** The rows, or the key of the fault. */
async function outcomeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[][] | string> {
  try {
    return await rowsOf(fileOf(bytes, 'a.parquet'));
  } catch (error) {
    expect(kindOf(error)).toBe('bad-file');
    return faultOf(error).key;
  }
}

describe('a Parquet file', () => {
  it('cut at a place is a fault, never fewer rows', async () => {
    const whole = bytesOf('parquet-groups');
    for (let end = 4; end < whole.length; end += 3)
      expect(await outcomeOf(whole.slice(0, end))).toMatch(/^parquet\.(cut|footer)$/);
  });

  it.each(['groups', 'snappy', 'gzip', 'zstd', 'lz4', 'nulls'])(
    'packed as %s and with a byte changed is a fault or as many rows, at once',
    async (name) => {
      const whole = bytesOf(`parquet-${name}`);
      const { length } = await rowsOf(fileOf(whole));
      for (let at = 4; at < whole.length; at += 4) {
        const damaged = whole.slice();
        damaged[at] ^= at % 3 === 0 ? 0xff : at % 3 === 1 ? 0x80 : 0x01;
        const outcome = await outcomeOf(damaged);
        if (typeof outcome !== 'string') expect(outcome).toHaveLength(length);
      }
    },
  );

  it('gives rows row group by row group, and reads no column that is not asked for', async () => {
    const read: [number, number][] = [];
    class Watched extends File {
      override slice(start = 0, end = this.size): Blob {
        read.push([start, end]);
        return super.slice(start, end);
      }
    }
    const parquet = await ParquetFile.open(new Watched([bytesOf('parquet-groups')], 'a.parquet'));
    expect(parquet.footer.rowCount).toBe(6);
    read.length = 0;
    const label = byteColumn();
    const taken: number[] = [];
    const take = (row: number) => void taken.push(row);
    const pauses: number[] = [];
    for await (const rows of parquet.rows({ names: ['label'], into: [label], take })) {
      pauses.push(rows);
      if (pauses.length === 1) expect(read).toHaveLength(1);
    }
    expect(pauses).toEqual([4, 6]);
    expect(taken).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new TextDecoder().decode(label.bytes.subarray(0, label.length))).toBe('010101');
    const chunks = parquet.footer.metadata.row_groups.map(({ columns }) => columns[0].meta_data);
    expect(read.map(([start, end]) => end - start)).toEqual(
      chunks.map((meta) => Number(meta?.total_compressed_size)),
    );
  });
});
