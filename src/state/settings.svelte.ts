// The settings that the next run will use: edited in the forms, remembered in this browser.
import { SvelteSet } from 'svelte/reactivity';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../clean/config';
import type { RunSettings } from '../core/settings';
import { DEFAULT_BAG, PRESETS, type Preset } from '../models/config';
import { DEFAULT_TEXT } from '../text/config';
import { DEFAULT_TRAIN, suggestTrain } from '../train/config';

const KEY = 'broadsheet.settings';
const ROWS_KEY = 'broadsheet.settings.rows';

/** The settings that a preset gives for so many training rows; 0 = not known yet. */
export function presetSettings(preset: Preset, rows: number): RunSettings {
  const { epochs, batchSize } = suggestTrain(rows);
  return {
    clean: DEFAULT_CLEAN,
    text: { ...DEFAULT_TEXT, ...preset.text },
    split: DEFAULT_SPLIT,
    model: { ...DEFAULT_BAG, ...preset.model },
    train: { ...DEFAULT_TRAIN, ...preset.train, epochs: epochs + preset.moreEpochs, batchSize },
    tier: 'auto',
  };
}

/** The settings of a first run, before any dataset is known. */
export const DEFAULT_SETTINGS = presetSettings(PRESETS[0], 0);

/** The stages whose settings have fields in a form. */
export type Stage = 'text' | 'split' | 'model' | 'train';

/** A value that a form's field can hold. */
export type OptionValue = number | string | boolean;

/** Lays kept values over defaults; keys that are unknown today are dropped. */
function overlay<T extends object>(defaults: T, kept: unknown): T {
  if (typeof kept !== 'object' || kept === null) return structuredClone(defaults);
  const entries = Object.entries(defaults).map(([key, value]: [string, unknown]) => {
    const found = (kept as Record<string, unknown>)[key];
    if (Array.isArray(value))
      return [key, structuredClone<unknown>(Array.isArray(found) ? found : value)];
    if (typeof value === 'object' && value !== null) return [key, overlay(value, found)];
    return [key, typeof found === typeof value ? found : value];
  });
  return Object.fromEntries(entries) as T;
}

function read(): RunSettings {
  try {
    return overlay(DEFAULT_SETTINGS, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return structuredClone(DEFAULT_SETTINGS); // the kept text is damaged: start from the defaults
  }
}

function readRows(): number {
  return Number(localStorage.getItem(ROWS_KEY) ?? 0);
}

/** The settings under edit. */
export class Settings {
  run = $state<RunSettings>(read());
  rows = $state(readRows()); // training rows that epochs and batch size were last suggested for
  readonly preset = $derived(PRESETS.find((preset) => this.#follows(preset)) ?? null); // null = settings of one's own
  version = $state(0); // counts the changes that did not come from a form's field: fields are made anew then
  readonly refused = new SvelteSet<string>(); // fields whose content is outside the limits and not in use

  /** A plain copy, for workers and for keeping. */
  snapshot(): RunSettings {
    return $state.snapshot(this.run);
  }

  /** Remembers the settings for the next visit. */
  keep(): void {
    localStorage.setItem(KEY, JSON.stringify(this.run));
    localStorage.setItem(ROWS_KEY, String(this.rows));
  }

  /** Suits epochs and batch size to the open dataset's rows, unless someone has set them otherwise. */
  suit(rows: number): void {
    if (rows === this.rows) return;
    const before = suggestTrain(this.rows);
    const after = suggestTrain(rows);
    const more = this.preset?.moreEpochs ?? 0;
    const { train } = this.run;
    this.rows = rows;
    if (train.epochs === before.epochs + more) train.epochs = after.epochs + more;
    if (train.batchSize === before.batchSize) train.batchSize = after.batchSize;
    this.#renew();
  }

  /** Takes over a preset's settings; cleaning, the division and the tier stay. */
  choosePreset(preset: Preset): void {
    const { text, model, train } = presetSettings(preset, this.rows);
    Object.assign(this.run, structuredClone({ text, model, train }));
    this.#renew();
  }

  /** The value of one setting. */
  value(stage: Stage, key: string): OptionValue {
    return (this.run[stage] as unknown as Record<string, OptionValue>)[key];
  }

  /** Changes one setting and remembers it. */
  change(stage: Stage, key: string, value: OptionValue): void {
    Object.assign(this.run[stage], { [key]: value });
    this.keep();
  }

  /** Notes whether a field holds something that cannot be used. */
  refuse(stage: Stage, key: string, isRefused: boolean): void {
    const name = `${stage}.${key}`;
    if (isRefused) this.refused.add(name);
    else this.refused.delete(name);
  }

  /** Chooses where the next run computes. */
  chooseTier(tier: RunSettings['tier']): void {
    this.run.tier = tier;
    this.keep();
  }

  /** Goes back to the first settings of some stages only. */
  resetStages(...stages: (keyof RunSettings)[]): void {
    for (const stage of stages)
      Object.assign(this.run, { [stage]: structuredClone(this.#first()[stage]) });
    this.#renew();
  }

  /** Whether some stages are set as for a first run. */
  areDefault(...stages: (keyof RunSettings)[]): boolean {
    return stages.every(
      (stage) => JSON.stringify(this.run[stage]) === JSON.stringify(this.#first()[stage]),
    );
  }

  /** Remembers settings that came from elsewhere than a field. */
  #renew(): void {
    this.refused.clear();
    this.version++;
    this.keep();
  }

  #first(): RunSettings {
    return presetSettings(PRESETS[0], this.rows);
  }

  #follows(preset: Preset): boolean {
    const { text, model, train } = presetSettings(preset, this.rows);
    const expected = JSON.stringify([text, model, { ...train, seed: this.run.train.seed }]);
    return JSON.stringify([this.run.text, this.run.model, this.run.train]) === expected;
  }
}
