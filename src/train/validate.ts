// Loss and accuracy on rows that are not trained on.
import type { Model } from '../models/model';
import type { Examples } from '../nn/examples';
import { nextTask } from './pace';

const SLICE_ROWS = 2048; // predicted between two looks at the messages

/** How well a model does on some rows. */
export interface Judgement {
  loss: number; // mean
  accuracy: number; // 0 to 1
}

/** Judges a model on labelled rows; NaN without rows. */
export async function validate(
  model: Model,
  examples: Examples,
  rows: Uint32Array<ArrayBuffer>,
): Promise<Judgement> {
  let loss = 0;
  let hits = 0;
  for (let start = 0; start < rows.length; start += SLICE_ROWS) {
    const slice = rows.slice(start, start + SLICE_ROWS);
    const probabilities = await model.predict(examples, slice);
    const classes = probabilities.length / slice.length;
    for (let i = 0; i < slice.length; i++) {
      const answers = probabilities.subarray(i * classes, (i + 1) * classes);
      const label = examples.labels[slice[i]];
      loss -= Math.log(Math.max(answers[label], 1e-38));
      hits += answers.indexOf(Math.max(...answers)) === label ? 1 : 0;
    }
    await nextTask();
  }
  return { loss: loss / rows.length, accuracy: hits / rows.length };
}
