import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format';

const [en, zh] = [formatOf('en'), formatOf('zh')];

describe('a language writes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [31, '31 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [20_480_000, '20.5 MB'],
    [3e12, '3,000 GB'],
  ])('a size of %d bytes', (size, text) => {
    expect(en.bytes(size)).toBe(text);
  });

  it('sizes in Chinese', () => {
    expect([zh.bytes(31), zh.bytes(20_480_000)]).toEqual(['31字节', '20.5 MB']);
  });

  it.each([
    [0.25, '0.3 secs'],
    [42.4, '42 secs'],
    [65, '1 min 5 secs'],
    [120, '2 mins'],
    [3660, '1 hr 1 min'],
  ])('a time of %d s', (seconds, text) => {
    expect(en.duration(seconds)).toBe(text);
  });

  it('shares, counts and lists', () => {
    expect(en.percent(0.919)).toBe('91.9\u202f%');
    expect(en.number(83_425)).toBe('83,425');
    expect([1, 2].map((count) => en.plural(count, 'row', 'rows'))).toEqual(['row', 'rows']);
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(en.sentences(['One.', false, null, 'Two.'])).toBe('One. Two.');
    expect(zh.sentences(['一。', '二。'])).toBe('一。二。');
  });
});
