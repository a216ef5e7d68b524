// Lets a model answer rows and keeps each answer with its probability.
import { answersTo } from '../models/answers';
import type { Model } from '../models/model';
import type { Examples } from '../nn/examples';

/** A model's answers to rows. */
export interface Judged {
  given: Uint16Array<ArrayBuffer>; // class index
  predicted: Uint16Array<ArrayBuffer>; // class index
  probability: Float32Array<ArrayBuffer>; // of the predicted class
}

/** Who hears of answers while they are given. */
export interface Hearers {
  progress: (done: number) => Promise<void>; // how many rows are done; may take its time
  answer?: (place: number, probabilities: Float32Array) => void; // of every class, for the row rows[place]
}

/** Answers rows of the examples. */
export async function judge(
  model: Model,
  examples: Examples,
  rows: Uint32Array<ArrayBuffer>,
  { progress, answer }: Hearers,
): Promise<Judged> {
  const given = Uint16Array.from(rows, (row) => examples.labels[row]);
  const predicted = new Uint16Array(rows.length);
  const probability = new Float32Array(rows.length);
  let done = 0;
  for await (const { places, probabilities } of answersTo(model, examples, rows)) {
    const classes = probabilities.length / places.length;
    places.forEach((place, i) => {
      const own = probabilities.subarray(i * classes, (i + 1) * classes);
      const greatest = Math.max(...own);
      predicted[place] = own.indexOf(greatest);
      probability[place] = greatest;
      answer?.(place, own);
    });
    done += places.length;
    await progress(done);
  }
  return { given, predicted, probability };
}
