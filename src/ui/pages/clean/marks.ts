// An editor's marks made ready for reading: long stretches without change are shortened, spaces that go are made visible.
import type { Mark } from '../../../core/types';

/** A mark as it is shown; `isGap` stands for text that was left out. */
export interface ShownMark {
  kind: Mark['kind'];
  text: string;
  isGap: boolean;
  isBlank: boolean; // made of spaces alone, written out
}

/** Keeps at most `around` characters on either side of a change; a text without change is cut at twice that. */
export function shorten(marks: readonly Mark[], around: number): ShownMark[] {
  return marks.flatMap((mark, i): ShownMark[] => {
    const isFirst = i === 0;
    const isLast = i === marks.length - 1;
    if (mark.kind !== 'same' && !(isFirst && isLast)) return [show(mark.kind, visible(mark.text))];
    const letters = [...mark.text]; // never cuts a character in two
    const before = isFirst && !isLast ? 0 : isFirst ? 2 * around : around; // kept at its start
    const behind = isLast ? 0 : around; // kept at its end
    if (letters.length <= before + behind + 1) return [show(mark.kind, mark.text)];
    const start = letters.slice(0, before).join('');
    const end = behind === 0 ? '' : letters.slice(-behind).join('');
    const gap: ShownMark = { kind: 'same', text: '…', isGap: true, isBlank: false };
    const shown = [start && show(mark.kind, start), gap, end && show(mark.kind, end)];
    return shown.filter((part) => part !== '');
  });
}

/** Writes out what a reader could not see: line ends, and changes made of spaces alone. */
export function visible(text: string): string {
  const lines = text.replaceAll(/\r\n?|\n/g, '↵');
  return /^[\s↵]*$/u.test(lines) ? lines.replaceAll(/\s/gu, '␣') : lines;
}

function show(kind: Mark['kind'], text: string): ShownMark {
  return { kind, text, isGap: false, isBlank: /^[␣↵]+$/.test(text) };
}
