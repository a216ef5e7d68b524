// Small datasets brought in and trained on as the workers do it, on the WASM tier and over a real store.
import { randomUnit } from '../../src/core/random';
import type { Run, RunUpdate } from '../../src/core/run';
import type { RunSettings } from '../../src/core/settings';
import type { Dataset } from '../../src/core/types';
import { requestOf } from '../../src/state/request';
import { DEFAULT_SETTINGS } from '../../src/state/settings.svelte';
import { Control } from '../../src/workers/control';
import { importing } from '../../src/workers/import';
import type { Lesson } from '../../src/workers/learning';
import { prepare } from '../../src/workers/prepare';
import { trainRun } from '../../src/workers/training';

const quiet = () => undefined;

/** Rows of so many classes whose words tell their class two times in three. */
export function rowsOf(count: number, classes = 2): string {
  const wordOf = (row: number, i: number) => {
    const isTelling = randomUnit(1, row, i) < 0.7;
    return isTelling ? `c${row % classes}w${i}` : `x${Math.floor(50 * randomUnit(2, row, i))}`;
  };
  const textOf = (row: number) => Array.from({ length: 8 }, (_, i) => wordOf(row, i)).join(' ');
  return Array.from({ length: count }, (_, row) => `${row % classes},${textOf(row)} ${row}\n`).join(
    '',
  );
}

/** Imports such rows; without test rows a tenth is held out. */
export async function bring(trainRows: number, testRows: number, classes = 2): Promise<Dataset> {
  const files = [new File([rowsOf(trainRows, classes)], 'train.csv')];
  if (testRows > 0) files.push(new File([rowsOf(testRows, classes)], 'test.csv'));
  return importing.importFiles(files, null, {}, quiet);
}

/** First settings on the WASM tier in small batches. */
export function settingsOf(
  train: Partial<RunSettings['train']>,
  changes: Partial<RunSettings> = {},
): RunSettings {
  const first = DEFAULT_SETTINGS;
  return { ...first, tier: 'wasm', ...changes, train: { ...first.train, batchSize: 8, ...train } };
}

/** A dataset made ready to be trained on. */
export async function lessonOf(dataset: Dataset, settings: RunSettings): Promise<Lesson> {
  return { dataset, prepared: await prepare(requestOf(dataset, settings), quiet), settings };
}

/** Prepares a dataset and trains on it. */
export async function trainOn(
  dataset: Dataset,
  settings: RunSettings,
  report: (update: RunUpdate) => void = quiet,
): Promise<Run> {
  return trainRun({ ...(await lessonOf(dataset, settings)), report, control: new Control() });
}
