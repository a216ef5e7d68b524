// What the data worker must prepare for a run.
import type { RunSettings } from '../core/settings';
import type { Dataset } from '../core/types';
import type { PrepareRequest } from '../workers/api';

/** The preparation that a run's settings ask for; a run that goes on from another one keeps its words. */
export function requestOf(
  { id }: Pick<Dataset, 'id'>,
  { clean, text, split, start }: Pick<RunSettings, 'clean' | 'text' | 'split' | 'start'>,
): PrepareRequest {
  return { datasetId: id, clean, text, split, tokenizerOf: start?.runId ?? null };
}
