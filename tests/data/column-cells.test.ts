// Cells told by their look: dates as people and programs write them, and cells that would hold a slow pattern up for hours.
import { expect, it } from 'vitest';
import { areMarks } from '../../src/data/column-cells';

it.each([
  ['2011-07-08', '2011-07-08T12:00:00Z', '2011-07-08 12:00:00+02:00'],
  ['Mon Apr 06 22:19:45 PDT 2009', 'Sun Jun 07 02:01:07 UTC 2009'],
  ['Mon, 06 Apr 2009 22:19:45 GMT', '6. April 2009', 'July 4, 2018'],
  ['1/2/2011 5:30 PM', '12.03.19', '2004年8月1日'],
])('%j and the like are dates', (...cells) => {
  expect(areMarks(cells)).toBe(true);
});

it.each(['6 Apr was a fine day', 'Rain fell on 1/2/2011', '1/1/11 too late, 2/2/22 too early'])(
  '%j is none',
  (cell) => {
    expect(areMarks([cell])).toBe(false);
  },
);

it.each(['1', ' ', ':', 'T', '1 ', 'T1', 'Z '])('%j again and again comes to an end', (piece) => {
  const cell = `1/1/11 ${piece.repeat(31)}`.slice(0, 39);
  expect(areMarks([`${cell}!`])).toBe(false);
});
