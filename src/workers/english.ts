// Asks some rows of a dataset whether they are English, which parts of speech need.
import type { Dataset } from '../core/types';
import { readRange } from '../store/chunk';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { areEnglish } from '../text/english';

const ROWS = 200;

/** Whether the first rows of a dataset are English. */
export async function isEnglish(id: string): Promise<boolean> {
  return looksEnglish(await getDataset(await openStore(), id));
}

/** The same of a dataset that is at hand. */
export async function looksEnglish({ train, language }: Dataset): Promise<boolean> {
  if (!train || language === 'unspaced') return false;
  const rows = await readRange(await openStore(), train, 0, Math.min(ROWS, train.rowCount));
  return areEnglish(rows.flatMap(({ fields }) => fields));
}
