import { describe, expect, it } from 'vitest';
import { data as english } from '../../../src/i18n/en/data';
import { data as chinese } from '../../../src/i18n/zh/data';
import { sayName, sayNameOf } from '../../../src/ui/parts/dataset-name';
import { A_DATASET, aRun } from '../a-run';

const named = (name: string, ...labels: string[]) => ({
  name,
  classes: labels.map((label) => ({ name: label })),
});
const NEWS = ['World', 'Sports', 'Business', 'Sci/Tech'];

describe('the name of a dataset', () => {
  it('is in the reader’s language for samples', () => {
    expect(sayName(english, named('chinese'))).toBe('Chinese news');
    expect(sayName(chinese, named('chinese'))).toBe('中文新闻');
  });

  it('tells the classes where nobody gave one, numbered from the second on', () => {
    const untitled = named('(untitled)', ...NEWS);
    expect(sayName(english, untitled)).toBe('World, Sports, Business and Sci/Tech');
    expect(sayName(chinese, untitled)).toBe('World、Sports、Business和Sci/Tech');
    const more = named('(untitled) 2', ...NEWS, 'Arts', 'Law');
    expect(sayName(english, more)).toBe('World, Sports, Business, Sci/Tech and 2 more (2)');
    expect(sayName(chinese, more)).toBe('World、Sports、Business、Sci/Tech等 6 类（2）');
    const long = named('(untitled)', 'x'.repeat(70), 'y'.repeat(70));
    expect(sayName(english, long)).toBe(`${'x'.repeat(70)} and 1 more`);
  });

  it('is none where the classes are mere numbers', () => {
    expect(sayName(english, named('(untitled)', '1', '2', '10'))).toBe('Untitled dataset');
    expect(sayName(chinese, named('(untitled) 3', '-1', '0.5'))).toBe('未命名数据集（3）');
  });

  it('is what people gave it otherwise', () => {
    for (const name of ['ag_news', 'test', 'train 2'])
      expect(sayName(english, named(name, ...NEWS))).toBe(name);
  });

  it('is today’s for a run, or that of its time once the dataset is gone', () => {
    const run = aRun({ datasetName: '(untitled)' });
    const renamed = { ...A_DATASET, name: 'Evening edition' };
    expect(sayNameOf(english, run, [renamed])).toBe('Evening edition');
    expect(sayNameOf(english, run, [])).toBe('World, Sports, Business and Sci/Tech');
  });
});
