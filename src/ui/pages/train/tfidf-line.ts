// The line that every run is held against: TF-IDF and one linear layer, on the same rows and the same question.
import type { Run } from '../../../core/run';
import type { RunSettings } from '../../../core/settings';
import { PRESETS } from '../../../models/config';
import { presetSettings } from '../../../state/settings.svelte';

/** The newest finished linear run on a run's dataset, cleaned, divided and aimed alike; `runs` are newest first. */
export function lineOf(run: Run, runs: readonly Run[]): Run | null {
  const task = taskOf(run.settings);
  const isLine = ({ status, datasetId, settings }: Run) =>
    status === 'finished' &&
    settings.model.model === 'linear' &&
    settings.model.weighting === 'tf-idf' &&
    datasetId === run.datasetId &&
    taskOf(settings) === task;
  return runs.find(isLine) ?? null;
}

/** The settings of the line for some run; `rows` are those of the training part. */
export function lineSettings({ clean, split, target }: RunSettings, rows: number): RunSettings {
  const preset = PRESETS.find(({ name }) => name === 'linear') ?? PRESETS[0];
  return structuredClone({ ...presetSettings(preset, rows), clean, split, target });
}

function taskOf({ clean, split, target }: RunSettings): string {
  return JSON.stringify([clean, split, target]);
}
