// A few training rows as the first epoch reads them, with what was changed at random marked.
import { makeCleaner } from '../clean/text';
import type { RunSettings } from '../core/settings';
import type { AugmentedRow, Mark } from '../core/types';
import { readRange } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { openReader, wordsOf } from '../text/reader';
import { START_WORD } from '../text/word-source';
import { Augmenter } from '../train/augment';
import { sharesOf } from './augmenting';

const ROWS = 4;
const UNKNOWN = '⟨?⟩'; // stands for the unknown word

/** Changes some rows of a dataset's train part, spread over it; words that the vocabulary lacks are not known here. */
export async function showAugmented(id: string, settings: RunSettings): Promise<AugmentedRow[]> {
  const store = await openStore();
  const dataset = await getDataset(store, id);
  const part = dataset.train;
  if (!part) return [];
  const clean = makeCleaner(settings.clean);
  const reader = await openReader({ ...settings.text, partsOfSpeech: false }, dataset.language);
  const augmenter = new Augmenter(sharesOf(settings), settings.train.seed);
  const count = Math.min(ROWS, part.rowCount);
  const rows = Array.from({ length: count }, async (_, i): Promise<AugmentedRow> => {
    const row = Math.floor((i * part.rowCount) / count);
    const [raw] = await readRange(store, part, row, row + 1);
    const words = wordsOf(reader, clean(raw.fields));
    const { maxLength, cut } = settings.text;
    const read = cut === 'end' ? words.slice(0, maxLength) : words.slice(-maxLength);
    const kept = augmenter.draw(read.length, row, 1);
    const drawn = {
      places: augmenter.places.subarray(0, kept),
      isUnknown: augmenter.isUnknown,
    };
    return { row, marks: marksOf(read, drawn, dataset.language === 'spaced' ? ' ' : '') };
  });
  return Promise.all(rows);
}

/** What an augmenter drew for a row. */
type Drawn = Pick<Augmenter, 'places' | 'isUnknown'>;

/** The words as an editor marks them: those that went, those that came, and a swap as both. */
export function marksOf(
  words: readonly string[],
  { places, isUnknown }: Drawn,
  space: string,
): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], word: string) => {
    if (word === START_WORD) return;
    const last = marks.at(-1);
    if (last?.kind === kind) last.text += space + word;
    else marks.push({ kind, text: word });
  };
  let next = 0; // the words before it have been told of
  places.forEach((place, k) => {
    const word = words[place];
    const isAhead = place >= next;
    for (; next < place; next++) add('deleted', words[next]);
    if (isUnknown[k] === 1) {
      if (isAhead) add('deleted', word);
      add('inserted', UNKNOWN);
    } else add(isAhead ? 'same' : 'inserted', word);
    if (isAhead) next = place + 1;
  });
  for (; next < words.length; next++) add('deleted', words[next]);
  return marks.map((mark, i) =>
    i < marks.length - 1 ? { ...mark, text: mark.text + space } : mark,
  );
}
