// The list of models.
import type { ModelSettings } from '../core/settings';
import type { Backend } from '../nn/op';
import { Bag } from './bag';
import type { Model } from './model';

/** What the data ask of a model. */
export interface DataShape {
  tableRows: number; // ids of words and n-grams are below it
  classes: number;
  batchRows: number; // rows of a batch at most
  batchFeatures: number; // features of a batch at most; see mostFeatures
}

/** Makes the model that the settings name; weights are zeros until initialise or importWeights. */
export function createModel(backend: Backend, settings: ModelSettings, data: DataShape): Model {
  const makers = { bag: () => new Bag(backend, { ...data, ...settings }) };
  return makers[settings.model]();
}
