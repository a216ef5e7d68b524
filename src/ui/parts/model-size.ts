// How large the model of the next run will be, before it is trained.
import type { Run } from '../../core/run';
import type { RunSettings } from '../../core/settings';
import { FIRST_WORD_ID, type Dataset } from '../../core/types';

/** What every WebGPU device binds in one piece: the specification's least maxStorageBufferBindingSize. */
export const SAFE_BINDING_BYTES = 128 * 2 ** 20;

/** The size of a model. */
export interface ModelSize {
  parameters: number;
  tableBytes: number;
  isExact: boolean; // false: the settings' upper limits, for the words are not counted yet
}

/** Size of the bag that these settings give; exact where a run had the same words. */
export function modelSize(
  settings: RunSettings,
  dataset: Dataset,
  runs: readonly Run[],
): ModelSize {
  const asked = wordsOf(settings);
  const twin = runs.find((run) => run.datasetId === dataset.id && wordsOf(run.settings) === asked);
  const { maxWords, maxNgrams, order } = settings.text;
  const limits = { words: maxWords, ngrams: order > 1 ? maxNgrams : 0 };
  const { words, ngrams } = twin?.prepared.vocabulary ?? limits;
  const { width } = settings.model;
  const rows = FIRST_WORD_ID + words + ngrams;
  return {
    parameters: rows * width + (width + 1) * dataset.classes.length,
    tableBytes: rows * width * Float32Array.BYTES_PER_ELEMENT,
    isExact: twin !== undefined,
  };
}

/** Settings that decide which words and n-grams there are. */
function wordsOf({ clean, text, split }: RunSettings): string {
  return JSON.stringify([clean, text, split]);
}
