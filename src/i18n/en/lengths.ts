// English: how long texts are, and what a padding length cuts off.
import type { LengthHistogram } from '../../core/types';
import { formatOf } from '../format';

const { number, percent, plural } = formatOf('en');
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;
const UNIT: Record<LengthHistogram['unit'], string> = { words: 'words', characters: 'characters' };

/** Words of the length report. */
export const lengths = {
  help: {
    padding:
      'A model that reads words in their order gets all texts at one length: shorter ones are filled up, longer ones are cut. A short length is fast but loses words, a long one computes filler, so the length is chosen by how many rows it leaves whole.',
  },
  title: 'How long texts are',
  wait: 'Count the words first; then this shows what a longest text cuts off.',
  rows: 'Rows',
  units: (unit: LengthHistogram['unit']) => `${UNIT[unit]} in a text, before any is cut`,
  summary: (unit: LengthHistogram['unit'], mean: number, longest: number) =>
    `Texts have ${number(mean, 1)} ${UNIT[unit]} on average, the longest ${number(longest)}.`,
  mean: (n: number) => `mean ${number(n, 1)}`,
  andMore: '+',
  bin: (from: number, to: number | null, count: number) =>
    to === null
      ? `${number(from)} and more: ${rows(count)}`
      : to - from === 1
        ? `${number(from)}: ${rows(count)}`
        : `${number(from)} to ${number(to - 1)}: ${rows(count)}`,
  columns: { length: 'Longest text', whole: 'Rows whole', cut: 'Rows cut' },
  lost: (unit: LengthHistogram['unit']) => `${unit === 'words' ? 'Words' : 'Characters'} cut off`,
  basis: (countsMarks: boolean) =>
    `Counted in the cleaned rows of all sets, as a model reads them: ${countsMarks ? 'each punctuation mark counts too, and so does ⟨start⟩, the sign before every text' : 'without punctuation'}.`,
  now: (length: number) => `${number(length)}, as set`,
  values: (n: number, share: number) => `${number(n)} (${percent(share, 2)})`,
  share: (share: number) => percent(share, share > 0.995 && share < 1 ? 2 : 1),
  covers: (share: number) => `leaves ${percent(share, 0)} of the rows whole`,
  take: (length: number) => `Set to ${number(length)}`,
  filler: (length: number, padded: number, bucketed: number) =>
    `Padded to ${number(length)}, ${percent(padded, 0)} of what is computed is filler; in batches of like length it is ${percent(bucketed, 0)}.`,
  short: (length: number, cut: number, lost: number, unit: LengthHistogram['unit']) =>
    cut === 0
      ? `At ${number(length)} every text stays whole.`
      : `At ${number(length)}, ${percent(cut, 1)} of the rows are cut and ${percent(lost, 2)} of all ${UNIT[unit]} go.`,
  enough: (length: number) => `${number(length)} leaves 99 % of the rows whole.`,
};
