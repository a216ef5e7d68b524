// Weights from which a training can be taken up again after it went astray.
import { fail } from '../core/errors';
import type { Model, Weights } from '../models/model';

/** A copy of a model's weights; throws `train.notFinite` where one of them is no number after this step. */
export async function soundWeights(model: Model, step: number): Promise<Weights> {
  const weights = await model.exportWeights();
  for (const { values } of Object.values(weights)) {
    let sum = 0;
    for (const value of values) sum += value - value; // 0, or not a number
    if (sum !== 0) throw fail('bad-config', 'train.notFinite', { step });
  }
  return weights;
}
