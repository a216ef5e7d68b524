// The rules on the real AG News, where it is at hand: what each finds there, and that nothing of it is left.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CountedRule } from '../../src/clean/rules';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { makeCleaner } from '../../src/clean/text';

const folder = process.env.AG_NEWS_DIR;
const reason = folder ? '' : ' (skipped: AG_NEWS_DIR names no folder)';

const changed: Partial<Record<CountedRule, number>> = {};
let raw: string[][] = [];
let texts: string[] = [];

beforeAll(() => {
  if (!folder) return;
  raw = ['train.csv', 'test.csv'].flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8').trim();
    const { data } = Papa.parse<string[]>(text, { newline: '\n' });
    return data.map(([, ...fields]) => fields);
  });
  const clean = makeCleaner(DEFAULT_CLEAN);
  texts = raw.map((fields) => {
    const rules = new Set<CountedRule>();
    const text = clean(fields, (rule) => rules.add(rule));
    for (const rule of rules) changed[rule] = (changed[rule] ?? 0) + 1;
    return text;
  });
}, 60_000);

const share = (rule: CountedRule) => (changed[rule] ?? 0) / texts.length;
const rowsWith = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;

describe.skipIf(!folder)(`cleaning AG News${reason}`, () => {
  it('finds the damage that was measured', () => {
    expect(texts).toHaveLength(83_425);
    const broken = raw.filter((fields) => fields.some((field) => / ?#\d+;/.test(field)));
    expect(broken.length / texts.length).toBeCloseTo(0.26, 2);
    expect(share('entities')).toBeCloseTo(0.32, 2); // with names and '&lt;'
    expect(share('tags')).toBeCloseTo(0.043, 3);
    expect(share('backslashes')).toBeCloseTo(0.11, 2);
    expect(share('agencies')).toBeCloseTo(0.22, 1);
    expect(share('join')).toBeCloseTo(1 - 14_309 / texts.length, 2);
    expect(changed.links).toBeGreaterThan(40);
    expect(changed.unicode).toBeGreaterThan(20);
  });

  it('leaves none of it', () => {
    expect(rowsWith(/#\d{2,5};/)).toBe(0);
    expect(rowsWith(/\b(?:quot|amp|nbsp|hellip|lt|gt);/)).toBe(0);
    expect(rowsWith(/&#?\w*\d;/)).toBe(0);
    expect(rowsWith(/<\/?(?:a|b|p|br|font|i|strong|img)\b/i)).toBe(0);
    expect(rowsWith(/\\/)).toBe(0);
    expect(rowsWith(/https?:\/\/\w/)).toBe(0);
    expect(rowsWith(/\s\s|^\s|\s$/)).toBe(0);
    expect(rowsWith(/^$/)).toBe(0);
  });

  it('changes nothing the second time', () => {
    const clean = makeCleaner(DEFAULT_CLEAN);
    expect(texts.filter((text) => clean([text]) !== text)).toEqual([]);
  });

  it('leaves agencies in, because they decide accuracy', () => {
    expect(rowsWith(/\(Reuters\)/)).toBeGreaterThan(8000);
    const rules = { ...DEFAULT_CLEAN.rules, agencies: true };
    const clean = makeCleaner({ ...DEFAULT_CLEAN, rules });
    const without = texts.map((text) => clean([text]));
    expect(without.filter((text) => /\((?:Reuters|AP|AFP)\)/.test(text))).toEqual([]);
  });
});
