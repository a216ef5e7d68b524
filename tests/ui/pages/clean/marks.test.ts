import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../../src/core/types';
import { shorten, visible } from '../../../../src/ui/pages/clean/marks';

const same = (text: string): Mark => ({ kind: 'same', text });
const deleted = (text: string): Mark => ({ kind: 'deleted', text });
const inserted = (text: string): Mark => ({ kind: 'inserted', text });
const told = (marks: Mark[], around: number) =>
  shorten(marks, around)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind[0]}:${text}]`))
    .join('');

describe('shortened marks', () => {
  it('keep a few characters on either side of a change', () => {
    const marks = [
      same('In China'),
      deleted(' #39;'),
      inserted('’'),
      same('s Jiang gives up post'),
    ];
    expect(told(marks, 4)).toBe('…hina[d: #39;][i:’]s Ji…');
  });

  it('keep both ends of a long stretch between two changes', () => {
    const marks = [deleted('a'), same('0123456789'), deleted('b')];
    expect(told(marks, 2)).toBe('[d:a]01…89[d:b]');
  });

  it('leave everything in place where the stretch is short or no limit is set', () => {
    const marks = [same('one two'), deleted('x'), same('three')];
    expect(told(marks, 7)).toBe('one two[d:x]three');
    expect(told(marks, Infinity)).toBe('one two[d:x]three');
  });

  it('cut a text that goes as a whole, and still mark it as going', () => {
    expect(told([deleted('0123456789')], 2)).toBe('[d:0123]…');
  });

  it('never cut a character in two', () => {
    expect(told([same('😀😀😀😀'), deleted('x')], 1)).toBe('…😀[d:x]');
  });

  it('never lose a change', () => {
    const mark = fc.record({
      kind: fc.constantFrom<Mark['kind']>('same', 'deleted', 'inserted'),
      text: fc.string({ minLength: 1 }),
    });
    const property = fc.property(fc.array(mark, { minLength: 2 }), (marks) => {
      const changes = (list: readonly { kind: Mark['kind'] }[]) =>
        list.filter(({ kind }) => kind !== 'same').length;
      expect(changes(shorten(marks, 3))).toBe(changes(marks));
    });
    fc.assert(property);
  });
});

describe('visible text', () => {
  it('shows line ends, and spaces where nothing else is there', () => {
    expect(visible('  ')).toBe('␣␣');
    expect(visible('a\r\nb')).toBe('a↵b');
    expect(visible(' \n')).toBe('␣↵');
    expect(visible(' #39;')).toBe(' #39;');
  });
});
