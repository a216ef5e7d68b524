// Loss and accuracy on rows that are not trained on.
import { answersTo } from '../models/answers';
import type { Model } from '../models/model';
import type { Examples } from '../nn/examples';
import { nextTask } from './pace';

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
  for await (const { places, probabilities } of answersTo(model, examples, rows)) {
    const classes = probabilities.length / places.length;
    places.forEach((place, i) => {
      const answers = probabilities.subarray(i * classes, (i + 1) * classes);
      const label = examples.labels[rows[place]];
      loss -= Math.log(Math.max(answers[label], 1e-38));
      hits += answers.indexOf(Math.max(...answers)) === label ? 1 : 0;
    });
    await nextTask();
  }
  return { loss: loss / rows.length, accuracy: hits / rows.length };
}
