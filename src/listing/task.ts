// What a listing is of: the settings, and what follows from them and the dataset.
import { labelsOf } from '../core/class-labels';
import type { LossName, ModelSettings, RunSettings } from '../core/settings';
import type { ClassLabel, Dataset } from '../core/types';

/** What a listing must know of the dataset. */
export interface ListingAbout {
  classes: readonly ClassLabel[];
  language: Dataset['language'];
}

/**
 * What a model is given of a text: its words in their order, its features (words and n-grams), these with what they weigh, or the
 * weights of a few chosen ones as a whole vector.
 */
export type Input = 'words' | 'features' | 'weighted' | 'vector';

/** Everything that decides a listing. */
export interface ListingTask {
  settings: RunSettings;
  about: ListingAbout;
  input: Input;
  classes: string[]; // that are told apart, as the labels of prepared.csv
  loss: LossName;
  labelSmoothing: number;
  outputs: number; // of the model: 1 for two classes, but with a softmax
}

const MOST_VECTOR = 5000; // numbers of a row that is written out whole

/** Puts together what a listing is of. */
export function taskOf(settings: RunSettings, about: ListingAbout): ListingTask {
  const { model } = settings;
  const classes = classesOf(settings, about);
  const loss = model.model === 'bag' ? 'softmax' : model.loss;
  const labelSmoothing = model.model === 'bag' || loss === 'hinge' ? 0 : model.labelSmoothing;
  const outputs = loss !== 'softmax' && classes.length === 2 ? 1 : classes.length;
  return { settings, about, input: inputOf(model), classes, loss, labelSmoothing, outputs };
}

function labelOf({ classes }: ListingAbout, key: string): string {
  const index = classes.findIndex((known) => known.key === key);
  return labelsOf(classes)[Math.max(0, index)];
}

function classesOf({ target }: RunSettings, about: ListingAbout): string[] {
  if (target.kind === 'all') return labelsOf(about.classes);
  const first = labelOf(about, target.first);
  return target.kind === 'one' ? ['others', first] : [first, labelOf(about, target.second)];
}

function inputOf(model: ModelSettings): Input {
  switch (model.model) {
    case 'bag':
      return 'features';
    case 'linear':
      return 'weighted';
    case 'mlp':
      return model.inputs > 0 && model.inputs <= MOST_VECTOR ? 'vector' : 'weighted';
    case 'cnn':
    case 'lstm':
      return 'words';
    default:
      return model satisfies never;
  }
}
