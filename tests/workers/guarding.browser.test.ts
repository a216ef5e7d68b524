// Own rules that never come to an end: stopped, named, and nothing of them left behind.
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../../src/clean/config';
import type { CleanSettings, OwnRule } from '../../src/core/settings';
import { putChunks } from '../../src/store/chunk';
import { putDataset } from '../../src/store/datasets';
import type { Store } from '../../src/store/db';
import { DEFAULT_TEXT } from '../../src/text/config';
import { cleanTyped, previewOwn } from '../../src/workers/guarding';
import { auditCleaning, prepare } from '../../src/workers/prepare';
import { chunkOf, datasetOf, freshStore, partOf } from '../store/samples';

const HOSTILE = `${'a'.repeat(40)}!`;
const rule = (find: string, change: Partial<OwnRule> = {}): OwnRule => ({
  find,
  replace: 'x',
  isPattern: true,
  matchCase: true,
  wholeWords: false,
  isOn: true,
  ...change,
});
const GOOD = rule('(\\d+)%', { replace: '$1 percent' });
const BAD = rule('(a+)+$');
const withOwn = (...own: OwnRule[]): CleanSettings => ({ ...DEFAULT_CLEAN, own });
const quiet = () => undefined;

let store: Store;

beforeEach(async () => {
  store = await freshStore();
  const rows = Array.from({ length: 50 }, (_, i): [string, string] => [
    `Title ${i}`,
    i === 30 ? HOSTILE : `rose ${i}% today`,
  ]);
  await putChunks(store, 'rows', 0, [chunkOf(0, rows)]);
  const labels = Uint16Array.from(rows, (_, i) => i % 2);
  await putDataset(store, datasetOf('news', partOf('rows', 'train', 50, 1), null), {
    rows: labels,
  });
});

function request(clean: CleanSettings) {
  return { datasetId: 'news', clean, text: DEFAULT_TEXT, split: DEFAULT_SPLIT, tokenizerOf: null };
}

const TOO_SLOW = 'rule.slow {"rule":2,"find":"(a+)+$","split":"train","row":31,';

describe('an own rule that runs too long', () => {
  it('is named with its row, leaves the store clean, and the next cleaning works', async () => {
    await expect(prepare(request(withOwn(GOOD, BAD)), quiet)).rejects.toThrow(TOO_SLOW);
    expect(await store.count('artifacts')).toBe(0);
    expect(await store.count('artifactIndex')).toBe(0);

    const off = { ...BAD, isOn: false };
    const report = await auditCleaning('news', withOwn(GOOD, off), quiet);
    expect(report.own.map(({ train }) => train)).toEqual([49, 0]);
    const prepared = await prepare(request(withOwn(GOOD, off)), quiet);
    expect(prepared.report).toEqual(report);
  }, 60_000);

  it('is stopped in a preview too, and the next preview comes', async () => {
    await expect(previewOwn('news', withOwn(GOOD, BAD), 1)).rejects.toThrow(TOO_SLOW);
    const found = await previewOwn('news', withOwn(GOOD), 0);
    expect(found).toMatchObject({ split: 'train', rows: 50, changed: 49 });
    expect(found.examples).toHaveLength(5);
    for (const { row, marks } of found.examples) {
      const after = marks.filter(({ kind }) => kind !== 'deleted').map(({ text }) => text);
      expect(after.join('')).toBe(`Title ${row} rose ${row} percent today`);
    }
  }, 20_000);

  it('is stopped on a typed text, and the next text is cleaned', async () => {
    await expect(cleanTyped(HOSTILE, withOwn(GOOD, BAD))).rejects.toThrow(
      'rule.slowText {"rule":2,"find":"(a+)+$"',
    );
    expect(await cleanTyped('up 5% <b>now</b>', withOwn(GOOD, BAD))).toBe('up 5 percent now');
  }, 20_000);
});

describe('a preview', () => {
  it('tries a rule that is off, behind the others', async () => {
    const last = rule('percent', { isPattern: false, isOn: false });
    const found = await previewOwn('news', withOwn(GOOD, last), 1);
    expect(found.changed).toBe(49);
  });

  it('says where a rule lets texts grow without end', async () => {
    const grow = rule('.', { replace: '$&'.repeat(40) });
    await expect(previewOwn('news', withOwn(grow, grow, grow), 2)).rejects.toThrow('rule.long');
  });
});
