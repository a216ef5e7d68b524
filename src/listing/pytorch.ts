// The settings of a run as a PyTorch program that needs nothing but torch and Python's own library.
import type { RunSettings } from '../core/settings';
import { tellingCode, weighCode } from './features';
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
import { taskOf, type ListingAbout, type ListingTask } from './task';
import { torchBatchCode, torchLossCode } from './torch-batches';
import { torchModelCode } from './torch-model';
import { isSparse } from './torch-parts';
import { torchRunCode, torchTrainCode } from './torch-training';
import { vocabularyCode } from './vocabulary';

const IMPORTS: readonly Import[] = [
  ['import torch', /\btorch\./],
  ['from torch import nn', /\bnn\./],
  ['from torch.nn import functional as F', /\bF\./],
];

/** A PyTorch program that reads prepared.csv and does what the settings say. */
export function pytorchListing(settings: RunSettings, about: ListingAbout): string {
  const task = taskOf(settings, about);
  const code = blocks(
    lines(settingsCode(task), rowsCode(task)),
    vocabularyCode(task),
    weightsCode(task),
    torchBatchCode(task),
    torchModelCode(task),
    section('training', torchLossCode(task), torchTrainCode(task), torchRunCode(task)),
  );
  const imports = [importsOf(code, STANDARD_IMPORTS), importsOf(code, IMPORTS)].join('\n\n');
  return `${blocks(lines(headCode(task, 'PyTorch', othersOf(task)), imports), code)}\n`;
}

function settingsCode({ settings: { train } }: ListingTask): string {
  return lines(
    `EPOCHS = ${pyNumber(train.epochs)}`,
    !train.fullBatch && `BATCH = ${pyNumber(train.batchSize)}`,
    `torch.manual_seed(${pyNumber(train.seed)})`,
    "device = 'cuda' if torch.cuda.is_available() else 'cpu'",
    '',
  );
}

function weightsCode(task: ListingTask): string {
  const { model } = task.settings;
  if (model.model === 'bag') {
    if (!model.weighFeatures) return '';
    return section('weights of features', tellingCode('torch'));
  }
  return weighCode(task);
}

/** What the page does otherwise for the framework's sake. */
function othersOf(task: ListingTask): string[] {
  const { optimizer, momentum, weightDecay, rareRows } = task.settings.train;
  const isPlain = optimizer === 'sgd' && momentum === 0 && weightDecay === 0; // then rows without slopes stay anyway
  return rareRows && !isSparse(task) && !isPlain
    ? ['The page moves only the rows of the table that a batch has; here all of them move.']
    : [];
}
