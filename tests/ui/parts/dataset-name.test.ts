import { describe, expect, it } from 'vitest';
import { data as english } from '../../../src/i18n/en/data';
import { data as chinese } from '../../../src/i18n/zh/data';
import { sayName } from '../../../src/ui/parts/dataset-name';

describe('the name of a dataset', () => {
  it('is in the reader’s language for samples and for files that tell nothing', () => {
    expect(sayName(english, 'chinese')).toBe('Chinese news');
    expect(sayName(chinese, 'chinese')).toBe('中文新闻');
    expect(sayName(english, 'train')).toBe('Untitled dataset');
    expect(sayName(english, 'train 2')).toBe('Untitled dataset 2');
  });

  it('is what people gave it otherwise', () => {
    expect(sayName(english, 'ag_news')).toBe('ag_news');
    expect(sayName(english, 'training notes')).toBe('training notes');
  });
});
