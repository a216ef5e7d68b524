import { describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import { agencyRule } from '../../src/clean/agencies';
import { mendEntities } from '../../src/clean/entities';
import {
  joinSpaces,
  removeLinks,
  removeTags,
  splitAtBackslashes,
  unifyCharacters,
} from '../../src/clean/rules';
import { cleanText, makeCleaner } from '../../src/clean/text';
import type { CleanSettings } from '../../src/core/settings';
import { RULES } from '../../src/core/types';

const removeAgencies = agencyRule(DEFAULT_CLEAN.agencies);

function only(rule: keyof CleanSettings['rules']): CleanSettings {
  const off = Object.fromEntries(RULES.map((each) => [each, each === rule]));
  return { ...DEFAULT_CLEAN, rules: off as CleanSettings['rules'] };
}

describe('entities', () => {
  it.each([
    ['the country #39;s hills', "the country's hills"],
    ['he said:  quot;Go on, quot; and went', 'he said: "Go on," and went'],
    ['worth  #36;29 billion', 'worth $29 billion'],
    ['#39;Half measures #39; will do', "'Half measures' will do"],
    ['AT&amp;T #39;quoted#39; it', "AT&T 'quoted' it"],
    ['she said quot;Go on,quot; and went', 'she said "Go on," and went'],
    ['Q amp;A', 'Q&A'],
    ['Rock  amp; Roll', 'Rock & Roll'],
    ['&lt;b&gt;...&lt;/b&gt;', '<b>...</b>'],
    ['&amp;lt;br&amp;gt;', '<br>'],
    ['women amp;apos;s race', "women's race"],
    ['Corp.  lt;7269.T gt; said', 'Corp. <7269.T> said'],
    ['today #146;s browsers', 'today’s browsers'],
    ['cheap  #151; or cheaper', 'cheap — or cheaper'],
    ['TORONTO  #x2014; Suspended', 'TORONTO — Suspended'],
    ['Sept. 8  #0151; A capsule', 'Sept. 8 — A capsule'],
    ['a r eacute;sum eacute; at Google rsquo;s', 'a résumé at Google’s'],
    ['up to  pound;275m', 'up to £275m'],
    ['the tiny planet nbsp;near', 'the tiny planet\u00a0near'],
    ['caf&eacute; &#8364;5 &#x20AC;5', 'café €5 €5'],
    ['张三 #183;李四 quot;好 quot;', '张三·李四"好"'],
  ])('%j becomes %j', (before, after) => {
    expect(mendEntities(before)).toBe(after);
  });

  it.each([
    'Stocks Move Lower; Dollar Falls',
    'to pick up a copy; the rest',
    'slips to 2.3 per cent; but',
    'against the pound; it rose',
    'in whole or part; not',
    'Game #2; the next',
    'size="-2" color="#666666"',
    'ad.net/clk;11714255;9651165;a?x',
    'AT&T; and',
    ';',
    '& ; &; #;',
  ])('%j stays', (text) => {
    expect(mendEntities(text)).toBe(text);
  });
});

describe('tags', () => {
  it.each([
    ['with <b>...</b> Then', 'with  ...  Then'],
    ['Corp. <A HREF="http://www.x.com/q?t=A.O target=/s">A.O</A> has', 'Corp.  A.O  has'],
    [
      'mine.<FONT face="a,b" size="-2"\\ color="#666666"><B>-The Post</B></FONT>',
      'mine.  -The Post  ',
    ],
    ['line<br/>line', 'line line'],
    ['Corp. <A HREF="http://www.', 'Corp.  '],
    ['a <!-- hidden <b> --> b', 'a   b'],
    ['a <script type="x">if (a < b) c()</script> b', 'a   b'],
  ])('%j becomes %j', (before, after) => {
    expect(removeTags(before)).toBe(after);
  });

  it.each([
    'Microsoft <MSFT.O> fell',
    'Agilent <A.N> fell',
    'if 1 < 2 and 3 > 2',
    '<3 you',
    '2 <b 3',
  ])('%j is no tag and stays', (text) => {
    expect(removeTags(text)).toBe(text);
  });
});

describe('backslashes', () => {
  it.each([
    ['on\\Thursday', 'on Thursday'],
    ['for \\$1.48 billion, US\\$400', 'for $1.48 billion, US$400'],
    ['ends ...\\\\', 'ends ... '],
    ["don\\'t", "don't"],
  ])('%j becomes %j', (before, after) => {
    expect(splitAtBackslashes(before)).toBe(after);
  });
});

describe('links', () => {
  it.each([
    ['Koders ( http://www.koders.com ) a', 'Koders   a'],
    ['log onto www.cic.gc.ca -- a', 'log onto   -- a'],
    ['log onto WWW.CIC.GC.CA -- a', 'log onto   -- a'],
    ['at http://www.clusty.com/a?b=c#d; as', 'at  ; as'],
    ['(http://next.', '( '.slice(0, 0) + ' '],
    ['见 https://例 和 http://a.cn/b。好', '见 https://例 和  。好'],
    ['ftp://a.b/c', ' '],
  ])('%j becomes %j', (before, after) => {
    expect(removeLinks(before)).toBe(after);
  });

  it.each(['ask.com said', 'the www. prefix', 'http:// alone'])('%j stays', (text) => {
    expect(removeLinks(text)).toBe(text);
  });
});

describe('agencies', () => {
  it.each([
    ['Sharon Accepts Plan (Reuters) Reuters - Israeli', 'Sharon Accepts Plan   Israeli'],
    ['Loss (AP) AP - Pirates', 'Loss   Pirates'],
    ['NEW YORK (Reuters) - Stocks', 'NEW YORK   Stocks'],
    ['Aceh (AFP): Seven', 'Aceh   Seven'],
    ['(CBS/AP) x (AP/AFP) y', '(CBS/AP) x   y'],
    ['AP - AP - Again', 'Again'],
    ['it said. -washingtonpost.com', 'it said. '],
    ['油价上涨（远望社）', '油价上涨 '],
    ['远望社北京3月5日电 油价', '  油价'],
    ['江畔社讯：油价', ' 油价'],
  ])('%j becomes %j', (before, after) => {
    expect(removeAgencies(before)).toBe(after);
  });

  it.each(['Reuters said so', 'the AP-led pool', 'MAP - a guide', '远望社电台开播', 'WAP - new'])(
    '%j stays: the name is part of what is said',
    (text) => {
      expect(removeAgencies(text)).toBe(text);
    },
  );

  it('takes names as they are written, not as patterns', () => {
    expect(agencyRule(['A.B*', ' '])('(AxBB) (A.B*)')).toBe('(AxBB)  ');
    expect(agencyRule([])('(AP) AP - x')).toBe('(AP) AP - x');
  });
});

describe('unicode and spaces', () => {
  it('gives composed characters and plain spaces', () => {
    expect(unifyCharacters('e\u0301\u00a0a\u3000b\u200bc\u0007d\u00ade')).toBe('é a b c de');
    expect(unifyCharacters('plain\ttext')).toBe('plain\ttext');
  });

  it('leaves curly quotes and full-width signs as they are', () => {
    expect(unifyCharacters('“看”，’')).toBe('“看”，’');
  });

  it.each([
    ['  a  b\t\nc ', 'a b c'],
    ['a\tb', 'a b'],
    ['a\u00a0b', 'a b'],
    [' ', ''],
  ])('%j becomes %j', (before, after) => {
    expect(joinSpaces(before)).toBe(after);
  });

  it('returns the very text where nothing is odd', () => {
    expect(joinSpaces('a b c')).toBe('a b c');
    expect(joinSpaces('')).toBe('');
  });
});

describe('a row', () => {
  it('joins title and text, and keeps the text of a row without a title', () => {
    const clean = makeCleaner(DEFAULT_CLEAN);
    expect(clean(['Title', 'Text'])).toBe('Title Text');
    expect(clean(['', 'Text'])).toBe('Text');
    expect(clean(['', ''])).toBe('');
  });

  it('keeps only the last filled field where joining is off', () => {
    const clean = makeCleaner(only('tags'));
    expect(clean(['Title', 'Text'])).toBe('Text');
    expect(clean(['Title', ''])).toBe('Title');
  });

  it('tells what each rule does once a change is made, on or off', () => {
    const told: string[] = [];
    makeCleaner(only('spaces'))(['a  #39;s', 'b<b>c  d'], (rule) => told.push(rule));
    expect(new Set(told)).toEqual(new Set(['join', 'tags', 'spaces']));
  });

  it('applies only the rules that are on', () => {
    expect(cleanText('a\\b  #39;s  (AP)', only('backslashes'))).toBe('a b  #39;s  (AP)');
    expect(cleanText('x (AP) y', DEFAULT_CLEAN)).toBe('x (AP) y');
    expect(
      cleanText('x (AP) y', {
        ...DEFAULT_CLEAN,
        rules: { ...DEFAULT_CLEAN.rules, agencies: true },
      }),
    ).toBe('x y');
  });
});
