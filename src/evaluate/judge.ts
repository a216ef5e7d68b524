// Lets a model answer rows and keeps each answer with its probability.
import type { Model } from '../models/model';
import type { Examples } from '../nn/examples';

const SLICE_ROWS = 2048; // answered between two looks at the messages

/** A model's answers to rows. */
export interface Judged {
  given: Uint16Array<ArrayBuffer>; // class index
  predicted: Uint16Array<ArrayBuffer>; // class index
  probability: Float32Array<ArrayBuffer>; // of the predicted class
}

/** Answers rows of the examples; `progress` hears how many are done and may take its time. */
export async function judge(
  model: Model,
  examples: Examples,
  rows: Uint32Array<ArrayBuffer>,
  progress: (done: number) => Promise<void>,
): Promise<Judged> {
  const given = Uint16Array.from(rows, (row) => examples.labels[row]);
  const predicted = new Uint16Array(rows.length);
  const probability = new Float32Array(rows.length);
  for (let start = 0; start < rows.length; start += SLICE_ROWS) {
    const slice = rows.slice(start, start + SLICE_ROWS);
    const answers = await model.predict(examples, slice); // (slice, C)
    const classes = answers.length / slice.length;
    for (let i = 0; i < slice.length; i++) {
      const own = answers.subarray(i * classes, (i + 1) * classes);
      const greatest = Math.max(...own);
      predicted[start + i] = own.indexOf(greatest);
      probability[start + i] = greatest;
    }
    await progress(start + slice.length);
  }
  return { given, predicted, probability };
}
