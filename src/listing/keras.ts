// The settings of a run as a Keras program that needs nothing but Keras 3, one of its backends, and NumPy.
import type { RunSettings } from '../core/settings';
import { tellingCode, weighCode } from './features';
import { EVEN_CODE, SPREAD_CODE } from './keras-parts';
import { sparseDenseCode } from './keras-model';
import { decayCode, kerasBatchCode, kerasBuildCode, kerasRunCode } from './keras-training';
import { headCode } from './notes';
import {
  STANDARD_IMPORTS,
  blocks,
  importsOf,
  lines,
  pyNumber,
  section,
  type Import,
} from './python';
import { rowsCode } from './rows';
import { kerasRateClass } from './schedule';
import { taskOf, type ListingAbout, type ListingTask } from './task';
import { vocabularyCode } from './vocabulary';

const IMPORTS: readonly Import[] = [
  ['import keras', /\bkeras\./],
  ['import numpy as np', /\bnp\./],
];

/** A Keras program that reads prepared.csv and does what the settings say. */
export function kerasListing(settings: RunSettings, about: ListingAbout): string {
  const task = taskOf(settings, about);
  const { model, train } = settings;
  const isTelling = model.model === 'bag' && model.weighFeatures;
  const telling = isTelling ? blocks(tellingCode('np'), "WEIGHTS = telling(*data['train'])") : '';
  const code = blocks(
    lines(settingsCode(task), rowsCode(task)),
    vocabularyCode(task),
    weighCode(task),
    kerasBatchCode(task, telling),
    section(
      'model',
      decayCode(task),
      'init' in model && model.init === 'pytorch' && EVEN_CODE,
      model.model === 'bag' && SPREAD_CODE,
      sparseDenseCode(task),
      kerasRateClass(train),
      kerasBuildCode(task),
    ),
    section('training', kerasRunCode(task)),
  );
  const imports = [importsOf(code, STANDARD_IMPORTS), importsOf(code, IMPORTS)].join('\n\n');
  return `${blocks(lines(headCode(task, 'Keras', othersOf(task)), imports), code)}\n`;
}

function settingsCode({ settings: { train } }: ListingTask): string {
  return lines(
    `EPOCHS = ${pyNumber(train.epochs)}`,
    !train.fullBatch && `BATCH = ${pyNumber(train.batchSize)}`,
    `keras.utils.set_random_seed(${pyNumber(train.seed)})`,
    '',
  );
}

/** What the page does otherwise for the framework's sake. */
function othersOf({ settings: { model, train } }: ListingTask): string[] {
  const isPlain = train.optimizer === 'sgd' && train.momentum === 0 && train.weightDecay === 0;
  if (model.model === 'bag')
    return [
      'The page moves the table by row-wise RMSprop, and only rows that a batch has; here Adam moves it.',
    ];
  const notes: string[] = [];
  if (train.rareRows && !isPlain)
    notes.push(
      'The page moves only the rows of the table that a batch has; here all of them move.',
    );
  const isBucketed = model.model === 'cnn' || (model.model === 'lstm' && model.maskPadding);
  if (train.buckets && isBucketed && !train.fullBatch)
    notes.push('On the page texts of like length share a batch; here batches are drawn from all.');
  return notes;
}
