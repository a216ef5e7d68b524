// One step of a training: on the rows of a batch as they are, or as they were changed at random.
import type { Batch, StepInfo } from '../models/model';
import type { Learning } from './task';

/** Hands a batch over to the model. */
export function takeStep({ model, examples, augment }: Learning, batch: Batch, info: StepInfo) {
  if (!augment) {
    model.step(examples, batch, info);
    return;
  }
  const changed = augment(batch);
  model.step(changed.examples, changed.batch, info);
}
