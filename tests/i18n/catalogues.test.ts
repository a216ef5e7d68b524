// Both languages say everything, and every help is two sentences.
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';

type Entries = [path: string, value: unknown][];

function leavesOf(value: unknown, path = ''): Entries {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

function sentencesOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

describe.each([
  ['English', 'en', en],
  ['Chinese', 'zh', zh],
])('the %s catalogue', (_name, code, catalogue) => {
  const leaves = leavesOf(catalogue);

  it('has the same keys as the other', () => {
    const keys = (entries: Entries) => entries.map(([path]) => path).sort();
    expect(keys(leaves)).toEqual(keys(leavesOf(code === 'en' ? zh : en)));
  });

  it('has no empty string', () => {
    const empty = leaves.filter(([, value]) => typeof value === 'string' && value.trim() === '');
    expect(empty).toEqual([]);
  });

  it('explains every panel in exactly two sentences', () => {
    const helps = leaves.filter(([path]) => /^\w+\.help\./.test(path));
    const wrong = helps.filter(([, text]) => sentencesOf(String(text), code).length !== 2);
    expect(helps.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});

describe('the Chinese catalogue', () => {
  it('leaves no sentence in English', () => {
    const latin = leavesOf(zh).filter(
      ([path, value]) =>
        typeof value === 'string' &&
        /[a-z]+ [a-z]+/i.test(value) &&
        !/[\u4e00-\u9fff]/.test(value) &&
        path !== 'shell.otherLanguageLabel', // is for those who read English
    );
    expect(latin).toEqual([]);
  });
});
