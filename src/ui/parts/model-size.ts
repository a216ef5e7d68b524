// How large the table of words and n-grams may become under the settings' limits.
import type { RunSettings } from '../../core/settings';
import { FIRST_WORD_ID } from '../../core/types';
import { readsOrder } from '../../models/config';

/** What every WebGPU device binds in one piece: the specification's least maxStorageBufferBindingSize. */
export const SAFE_BINDING_BYTES = 128 * 2 ** 20;

/** A table at its greatest. */
export interface MostTable {
  rows: number;
  width: number; // numbers a row
  bytes: number;
}

/** The largest table that these settings allow on a dataset with so many classes. */
export function mostTable({ text, model }: RunSettings, classes: number): MostTable {
  const ngrams = !readsOrder(model) && text.order > 1 ? text.maxNgrams : 0;
  const rows = FIRST_WORD_ID + text.maxWords + ngrams;
  const width = widthOf(model, classes);
  return { rows, width, bytes: rows * width * Float32Array.BYTES_PER_ELEMENT };
}

function widthOf(model: RunSettings['model'], classes: number): number {
  if (model.model === 'linear') return classes;
  return model.model === 'mlp' ? model.units : model.width;
}
