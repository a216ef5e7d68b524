import { describe, expect, it } from 'vitest';
import { cleanChunk } from '../../src/clean/clean';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { findDrops } from '../../src/clean/duplicates';
import { gatherPrints, makeReport } from '../../src/clean/report';
import { makeCleaner } from '../../src/clean/text';
import { unpackTexts } from '../../src/core/columns';
import { RULES, type Rule } from '../../src/core/types';
import { chunkOf } from '../store/samples';

const clean = makeCleaner(DEFAULT_CLEAN);
const rows = Array.from({ length: 60 }, (_, i): [string, string] => [
  i % 3 === 0 ? '' : `title ${i % 40}`,
  i % 2 === 0 ? `it #39;s ${i % 40} <b>now</b>` : i % 5 === 0 ? '' : `plain ${i % 40}`,
]);

/** Cleans the rows in chunks of a size and makes the report; the chunks may come in any order. */
async function reportOf(size: number, isReversed = false) {
  const starts = rows.flatMap((_, i) => (i % size === 0 ? [i] : []));
  const chunks = starts.map((start) =>
    cleanChunk(chunkOf(start, rows.slice(start, start + size)), 'train', clean),
  );
  chunks.push(cleanChunk(chunkOf(0, rows.slice(3, 5)), 'test', clean));
  const accounts = chunks.map(({ account }) => account);
  if (isReversed) accounts.reverse();
  const drops = findDrops(gatherPrints(accounts), DEFAULT_CLEAN);
  const readText = ({ row }: { row: number }) => Promise.resolve(clean(rows[row]));
  return makeReport({ settings: DEFAULT_CLEAN, chunks: accounts, drops, readText });
}

describe('the report of a cleaning', () => {
  it('has every rule in its order, with counts that a plain loop finds', async () => {
    const report = await reportOf(60);
    expect(report.rules.map(({ rule }) => rule)).toEqual(RULES);
    const count = (rule: Rule) => report.rules.find((each) => each.rule === rule)!.train;
    expect(count('join')).toBe(
      rows.filter((fields) => fields.every((field) => field !== '')).length,
    );
    expect(count('entities')).toBe(30);
    expect(count('tags')).toBe(30);
    const texts = rows.map((fields) => clean(fields));
    expect(count('empty')).toBe(texts.filter((text) => text === '').length);
    const filled = texts.filter((text) => text !== '');
    expect(count('duplicates')).toBe(filled.length - new Set(filled).size);
    expect(report.kept.train).toBe(new Set(filled).size - count('leaks'));
    expect(report.kept.test).toBe(2);
  });

  it('shows at most five examples, which spell the text before and after', async () => {
    const { rules } = await reportOf(60);
    for (const { rule, examples, train, test } of rules) {
      expect(examples.length).toBe(Math.min(5, train + test));
      if (rule !== 'entities') continue;
      for (const { marks } of examples) {
        const before = marks.filter(({ kind }) => kind !== 'inserted').map(({ text }) => text);
        expect(before.join('')).toContain(' #39;s');
      }
    }
  });

  it('is the same however the rows are cut into chunks, and in whichever order these come', async () => {
    const report = await reportOf(60);
    for (const size of [1, 7, 20]) {
      expect(await reportOf(size)).toEqual(report);
      expect(await reportOf(size, true)).toEqual(report);
    }
  });

  it('packs the cleaned texts in the order of the rows', () => {
    const { texts } = cleanChunk(chunkOf(0, rows), 'train', clean);
    expect(unpackTexts(texts)).toEqual(rows.map((fields) => clean(fields)));
  });
});
