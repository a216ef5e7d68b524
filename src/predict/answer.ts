// One text to probabilities: given the way from text to features and a model that takes them.
import type { Model } from '../models/model';

/** The probabilities of the classes for one row of features, (C). */
export async function answer(
  model: Model,
  features: Uint32Array<ArrayBuffer>,
): Promise<Float32Array<ArrayBuffer>> {
  const offsets = Uint32Array.of(0, features.length);
  const examples = { offsets, features, labels: new Uint16Array(1) };
  return model.predict(examples, new Uint32Array(1));
}
