// The words of the page as they arrive: the first place's at once, the others' behind them.
import { beforeEach, expect, it } from 'vitest';
import { Language } from '../../src/state/language.svelte';

beforeEach(() => localStorage.clear());

it('can say the first place and every fault before the other words are there', async () => {
  const language = new Language();
  await language.open('en');
  expect(language.words.data.samples.english).toMatch(/\w/);
  expect(language.words.faults.cancelled({})).toMatch(/\w/);
  expect(language.words.train).toBeUndefined();
  await language.complete();
  expect(language.words.train.start).toBe('Train');
});

it('shows the language chosen last, however late the words of another arrive', async () => {
  const language = new Language();
  await language.open('en');
  const completing = language.complete();
  await Promise.all([language.choose('zh'), completing]);
  expect(language.words.train.start).toBe('训练');
  await Promise.all([language.choose('en'), language.choose('zh'), language.choose('en')]);
  expect([language.code, language.words.train.start]).toEqual(['en', 'Train']);
  expect(document.documentElement.lang).toBe('en');
});
