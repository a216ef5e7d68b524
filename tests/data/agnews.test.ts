// The real AG News, where it is at hand: every row of both files, by number.
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPart } from './reading';

const folder = process.env.AG_NEWS_DIR;
const reason = folder ? '' : ' (skipped: AG_NEWS_DIR names no folder)';

async function open(name: string): Promise<File> {
  return new File([await openAsBlob(join(folder ?? '', name))], name);
}

describe.skipIf(!folder)(`AG News${reason}`, () => {
  it('gives 75,825 rows to train on, 14,309 of them without a title, none bad', async () => {
    let bytes = 0;
    const file = await open('train.csv');
    const part = await readPart([file], { count: (more) => (bytes += more) });
    expect(part.rowCount).toBe(75_825);
    expect(part.chunkCount).toBe(19);
    expect(part.bad.count).toBe(0);
    expect(part.rows.filter(({ fields }) => fields[0] === '')).toHaveLength(14_309);
    expect(part.fields).toEqual(['title', 'description']);
    expect(part.language).toBe('spaced');
    expect(part.book.keys.toSorted()).toEqual(['1', '2', '3', '4']);
    expect(part.lengths).toMatchObject({ unit: 'words', binWidth: expect.any(Number) as number });
    expect(part.lengths.counts.reduce((a, b) => a + b)).toBe(75_825);
    expect(bytes).toBe(file.size);
  });

  it('gives 7,600 rows to test on, 1,900 of each class', async () => {
    const part = await readPart([await open('test.csv')]);
    expect(part.rowCount).toBe(7600);
    const of = (label: number) => part.labels.filter((other) => other === label).length;
    expect([0, 1, 2, 3].map(of)).toEqual([1900, 1900, 1900, 1900]);
    expect(part.bad.count).toBe(0);
  });
});
