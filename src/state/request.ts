// What the data worker must prepare for a run, and whether what it prepared is still of the dataset as it is.
import type { RunSettings } from '../core/settings';
import { readsOrder } from '../models/config';
import type { Dataset, Prepared } from '../core/types';
import type { PrepareRequest } from '../workers/api';

/**
 * The preparation that a run's settings ask for. A run that goes on from another one keeps its words, and models that read words
 * in their order have no use for parts of speech.
 */
export function requestOf(
  { id }: Pick<Dataset, 'id'>,
  { clean, text, split, start, model }: Omit<RunSettings, 'target' | 'train' | 'tier'>,
): PrepareRequest {
  const partsOfSpeech = text.partsOfSpeech && !readsOrder(model);
  return {
    datasetId: id,
    clean,
    text: { ...text, partsOfSpeech },
    split,
    tokenizerOf: start?.runId ?? null,
  };
}

/** Whether a dataset has the rows and labels that were prepared: people change labels and add rows. */
export function isOfToday({ labelChanges, report: { read } }: Prepared, dataset: Dataset): boolean {
  return (
    labelChanges === dataset.labelChanges &&
    read.train === (dataset.train?.rowCount ?? 0) &&
    read.test === (dataset.test?.rowCount ?? 0)
  );
}
