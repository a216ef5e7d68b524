// What the loss of a run measures, so that curves are called by their right name.
import type { LossName, RunSettings } from '../../../core/settings';
import { lossOf } from '../../../models/config';

/** The loss that a run is trained on. */
export interface LossMeasure {
  name: LossName;
  classes: number; // that are told apart
  outputs: number; // whose losses are added up; 1 where one output speaks for two classes
  isSmoothed: boolean; // labels are not whole
}

/** What the loss of a run measures that tells so many classes apart. */
export function lossMeasureOf({ model }: Pick<RunSettings, 'model'>, classes: number): LossMeasure {
  const name = lossOf(model);
  const outputs = name !== 'softmax' && classes === 2 ? 1 : classes;
  const isSmoothed = model.model !== 'bag' && name !== 'hinge' && model.labelSmoothing > 0;
  return { name, classes, outputs, isSmoothed };
}

/** Whether validation, which measures the cross-entropy of the answers, measures something else than training. */
export function isApart({ name, outputs }: LossMeasure): boolean {
  return name === 'hinge' || (name === 'sigmoid' && outputs > 1);
}
