// A model's answers to many rows, slice after slice: short slices where a model is slow, so that messages are heard in between.
import type { Examples } from '../nn/examples';
import type { Model } from './model';

/** Answers to some of the rows that were asked about. */
export interface AnswerSlice {
  places: Uint32Array<ArrayBuffer>; // indices into the rows asked about
  probabilities: Float32Array<ArrayBuffer>; // (places, C)
}

const LEAST_ROWS = 256; // fewer would leave batches half empty
const MOST_ROWS = 4096;
const SLICE_MS = 80;

/** Answers rows; for models that read words short texts come first, as batches of like length are quicker. */
export async function* answersTo(
  model: Model,
  examples: Examples,
  rows: Uint32Array<ArrayBuffer>,
): AsyncGenerator<AnswerSlice> {
  const places = inOrder(model, examples, rows);
  let size = LEAST_ROWS;
  for (let start = 0; start < places.length;) {
    const slice = places.slice(start, start + size);
    const begin = performance.now();
    const probabilities = await model.predict(
      examples,
      slice.map((place) => rows[place]),
    );
    yield { places: slice, probabilities };
    start += slice.length;
    const fitting = (slice.length * SLICE_MS) / Math.max(1, performance.now() - begin);
    size = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, 2 * size, Math.floor(fitting)));
  }
}

function inOrder(
  { reads }: Model,
  { words: { offsets } }: Examples,
  rows: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> {
  const places = Uint32Array.from(rows.keys());
  if (reads === 'features') return places;
  const lengthOf = (place: number) => offsets[rows[place] + 1] - offsets[rows[place]];
  return places.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
}
