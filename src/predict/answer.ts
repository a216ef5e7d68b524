// One text to probabilities: given the way from text to ids and a model that takes them.
import type { Model } from '../models/model';
import type { IdLists } from '../nn/examples';

/** A text as ids. */
export interface EncodedText {
  features: Uint32Array<ArrayBuffer>; // words and n-grams
  words: Uint32Array<ArrayBuffer>; // in their order
}

/** The probabilities of the classes for one text, (C). */
export async function answer(
  model: Model,
  { features, words }: EncodedText,
): Promise<Float32Array<ArrayBuffer>> {
  const alone = (ids: Uint32Array<ArrayBuffer>): IdLists => {
    return { offsets: Uint32Array.of(0, ids.length), ids };
  };
  const labels = new Uint16Array(1);
  const examples = { labels, features: alone(features), words: alone(words) };
  return model.predict(examples, new Uint32Array(1));
}
