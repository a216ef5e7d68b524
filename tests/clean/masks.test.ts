import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMAIL_WORD,
  maskEmails,
  maskMentions,
  maskPhones,
  openHashtags,
  PHONE_WORD,
  USER_WORD,
} from '../../src/clean/masks';
import { wordSource } from '../../src/text/words';

/** The words of a text, as a vocabulary gets them. */
function wordsOf(text: string, unit: 'words' | 'auto' | 'segmenter', punctuation: boolean) {
  const source = wordSource({ unit, punctuation, lowerCase: true }, 'spaced');
  const bytes = new TextEncoder().encode(text);
  const words: string[] = [];
  source.open(bytes, 0, bytes.length);
  while (source.next())
    words.push(new TextDecoder().decode(source.word.subarray(0, source.length)));
  return words;
}

describe('e-mail addresses', () => {
  it.each([
    ['write to ann@example.org, please', 'write to emailaddress, please'],
    ['Ann.B+news@mail.example.co.uk', 'emailaddress'],
    ['<ann@example.org>', '<emailaddress>'],
    ['ann@example.org.', 'emailaddress.'],
    ['请发到ann@example.cn联系', '请发到 emailaddress 联系'],
    ['..ann@example.org..', '..emailaddress..'],
    ['a@b.org;c@d.org', 'emailaddress;emailaddress'],
    ["'ann@example.org'", "' emailaddress '"],
    ['见 x@y.org、z@y.org。', '见 emailaddress、emailaddress。'],
  ])('%j becomes %j', (before, after) => {
    expect(maskEmails(before)).toBe(after);
  });

  it.each([
    'meet @ 7pm',
    '12 apples @2.50 each',
    '@ann said',
    'ann@localhost',
    'a@b',
    '@',
    '3@4.5',
    'R@D',
    'x @y.org',
  ])('%j has none and stays', (text) => {
    expect(maskEmails(text)).toBe(text);
  });
});

describe('phone numbers', () => {
  it.each([
    '+44 20 7946 0958',
    '+44 (0)20 7946 0958',
    '+1 212 555 0147',
    '+1-212-555-0147',
    '+8613800138000',
    '+86 10 6278 5001',
    '0044 20 7946 0958',
    '(212) 555-0147',
    '212-555-0147',
    '212.555.0147',
    '1-800-555-0147',
    '1 (800) 555-0147',
    '212 555-0147',
    '020 7946 0958',
    '0161 496 0000',
    '030/1234567',
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '010-62785001',
    '(010)62785001',
    '0755-8888 1234'.replace(' ', ''),
    '400-810-1234',
    '010-62785001-123',
  ])('%s is one', (number) => {
    expect(maskPhones(number)).toBe(PHONE_WORD);
    expect(maskPhones(`Ring ${number}, he said.`)).toBe(`Ring ${PHONE_WORD}, he said.`);
    expect(maskPhones(`电话：${number}。`)).toBe(`电话：${PHONE_WORD}。`);
  });

  it.each([
    ['call 555-0147 now', 'call phonenumber now'],
    ['Tel: 6278 5001', 'Tel: phonenumber'],
    ['电话62785001', '电话 phonenumber'],
    ['拨打 95588123', '拨打 phonenumber'],
    ['电话13800138000或010-62785001', '电话 phonenumber 或 phonenumber'],
  ])('%j becomes %j', (before, after) => {
    expect(maskPhones(before)).toBe(after);
  });

  it.each([
    'in 1999-2004 and 2005',
    'from 2004-08-15 to 2004-09-01',
    'on 15/08/2004 at 10:30:15',
    '15.08.2004',
    '2004.08.15',
    '01-02-2004',
    '2004年8月15日',
    'won 6-3, 7-6, 6-4',
    'lost 101-98 and 21-17',
    '$1,250,000.00',
    '€1.250.000,00',
    '$212-555-0147',
    '1 000 000 people',
    '300 400 5000',
    '12345678',
    '3.14159265358979',
    '0.1234567890',
    '192.168.100.200',
    '10.0.0.138:8080',
    'ISBN 978-0-306-40615-7',
    'ISBN 0-306-40615-2',
    'ISSN 0317-8471',
    '4111 1111 1111 1111',
    '123-45-6789',
    'zip 12345-6789',
    'ISO 9001-2000',
    'No. 20041115123456',
    'order #2125550147',
    'AB13800138000',
    '13800138000元',
    '共13800138000人',
    '1380013800012',
    'call 2004 the best year',
    'call 10,000 people',
    'phones: 1,234,567 sold',
    'a call 5 times',
    '555-0147',
    '#39;1234567',
    '1-2-3-4-5-6-7-8',
    '100-200-300',
    '+5 -3 +12',
    'up +1.25 to 10,123.45',
    'rose 3.5 0.25 1.75 2.50',
    '股票600519涨1.2%',
  ])('%j has none and stays', (text) => {
    expect(maskPhones(text)).toBe(text);
  });

  it('are never found in dates, scores, amounts and years, whatever their figures', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const year = fc.integer({ min: 1000, max: 2999 }).map(String);
    const number = fc.oneof(
      fc.tuple(year, two, two).map((parts) => parts.join('-')),
      fc.tuple(two, two, year).map((parts) => parts.join('/')),
      fc.tuple(two, two, year).map((parts) => parts.join('.')),
      fc.tuple(year, year).map((parts) => parts.join('-')),
      fc.tuple(two, two, two).map((parts) => parts.join(':')),
      fc
        .array(fc.tuple(two, two), { minLength: 1, maxLength: 5 })
        .map((sets) => sets.map((set) => set.join('-')).join(', ')),
      fc.nat().map((n) => n.toLocaleString('en-US')),
      fc.float({ noNaN: true, min: 0, max: 1e6 }).map((n) => `$${n.toFixed(2)}`),
    );
    const gap = fc.constantFrom(', ', ' and ', '; ', '，', ' to ', ' – ');
    fc.assert(
      fc.property(fc.array(fc.tuple(number, gap), { maxLength: 6 }), (parts) => {
        const text = parts.flat().join('');
        expect(maskPhones(text)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('user names and hashtags', () => {
  it.each([
    ['thanks @ann_b!', 'thanks usermention!'],
    ['@ann @bob', 'usermention usermention'],
    ['转发@李雷 说', '转发@李雷 说'],
    ['转发 @李雷：好', '转发 usermention：好'],
    ['.@ann', '.@ann'],
    ['meet @ 7', 'meet @ 7'],
    ['ann@example.org', 'ann@example.org'],
    ['https://a.org/@ann', 'https://a.org/@ann'],
  ])('names: %j becomes %j', (before, after) => {
    expect(maskMentions(before)).toBe(after);
  });

  it.each([
    ['so #BigNews today', 'so Big News today'],
    ['#happy_new_year', 'happy new year'],
    ['#油价#今天', '油价 今天'],
    ['#USA', 'USA'],
    ['#1 and C# and #39; &#x41;', '#1 and C# and #39; &#x41;'],
  ])('tags: %j becomes %j', (before, after) => {
    expect(openHashtags(before)).toBe(after);
  });
});

describe('the words of masks', () => {
  const around = fc.constantFrom('x', '好', '9', "'", '’', '.', ',', ' ', '(', '-', '@', 'é', '“');
  const name = fc.constantFrom(
    ['ann@example.org', EMAIL_WORD] as const,
    ['(212) 555-0147', PHONE_WORD] as const,
    ['@ann', USER_WORD] as const,
  );

  it('stay whole in every way of cutting texts, whatever stands around', () => {
    const mask = (text: string) => maskMentions(maskPhones(maskEmails(text)));
    fc.assert(
      fc.property(around, name, around, fc.boolean(), (before, [given, word], behind, marks) => {
        const masked = mask(` ${before}${given}${behind} `);
        if (!masked.includes(word)) return; // "x@ann" is no mention
        for (const unit of ['words', 'auto', 'segmenter'] as const)
          expect(wordsOf(masked, unit, marks)).toContain(word);
      }),
    );
  });

  it('are not masked again', () => {
    for (const word of [EMAIL_WORD, PHONE_WORD, USER_WORD])
      expect(maskMentions(maskPhones(maskEmails(word)))).toBe(word);
  });
});
