// The settings that the next run will use: edited in the forms, remembered in this browser.
import { SvelteSet } from 'svelte/reactivity';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../clean/config';
import type { RunSettings } from '../core/settings';
import { DEFAULT_BAG } from '../models/config';
import { DEFAULT_TEXT } from '../text/config';
import { DEFAULT_TRAIN } from '../train/config';

const KEY = 'broadsheet.settings';

/** The settings of a first run. */
export const DEFAULT_SETTINGS: RunSettings = {
  clean: DEFAULT_CLEAN,
  text: DEFAULT_TEXT,
  split: DEFAULT_SPLIT,
  model: DEFAULT_BAG,
  train: DEFAULT_TRAIN,
  tier: 'auto',
};

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

/** The settings under edit. */
export class Settings {
  run = $state<RunSettings>(read());
  readonly refused = new SvelteSet<string>(); // fields whose content is outside the limits and not in use

  /** A plain copy, for workers and for keeping. */
  snapshot(): RunSettings {
    return $state.snapshot(this.run);
  }

  /** Remembers the settings for the next visit. */
  keep(): void {
    localStorage.setItem(KEY, JSON.stringify(this.run));
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
      Object.assign(this.run, { [stage]: structuredClone(DEFAULT_SETTINGS[stage]) });
    this.keep();
  }

  /** Whether some stages are set as for a first run. */
  areDefault(...stages: (keyof RunSettings)[]): boolean {
    return stages.every(
      (stage) => JSON.stringify(this.run[stage]) === JSON.stringify(DEFAULT_SETTINGS[stage]),
    );
  }
}
