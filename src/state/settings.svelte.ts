// The settings that the next run will use: edited in the forms, remembered in this browser.
import { SvelteSet } from 'svelte/reactivity';
import { DEFAULT_CLEAN, DEFAULT_SPLIT, DEFAULT_TARGET, SPLIT_OPTIONS } from '../clean/config';
import { isPossible, type Option } from '../core/options';
import type { Run } from '../core/run';
import type {
  CleanSettings,
  ModelSettings,
  RunSettings,
  StartSettings,
  TargetSettings,
} from '../core/settings';
import type { Dataset } from '../core/types';
import { DEFAULT_MODELS, MODEL_OPTIONS, PRESETS, type Preset } from '../models/config';
import { TWINS } from '../models/twins/config';
import { mendRecipe } from './recipe';
import { DEFAULT_TEXT, suggestText, TEXT_OPTIONS, textOptions } from '../text/config';
import {
  AUGMENT_OPTIONS,
  DEFAULT_AUGMENT,
  DEFAULT_TRAIN,
  suggestTrain,
  TRAIN_OPTIONS,
} from '../train/config';

const KEY = 'broadsheet.settings';
const ALL_PRESETS: readonly Preset[] = [...PRESETS, ...TWINS];
const ROWS_KEY = 'broadsheet.settings.rows';

/** The settings that a preset gives for so many training rows; 0 = not known yet. */
export function presetSettings(preset: Preset, rows: number): RunSettings {
  return {
    clean: DEFAULT_CLEAN,
    text: { ...DEFAULT_TEXT, ...suggestText(rows), ...preset.text },
    split: DEFAULT_SPLIT,
    target: DEFAULT_TARGET,
    model: preset.model,
    train: { ...DEFAULT_TRAIN, ...preset.train, ...paceOf(preset, rows) },
    augment: DEFAULT_AUGMENT,
    start: null,
    tier: 'auto',
  };
}

/** Epochs and batch size: as a listing has them, or what suits the rows. */
function paceOf({ train: { epochs, batchSize }, moreEpochs }: Preset, rows: number) {
  if (epochs !== undefined && batchSize !== undefined) return { epochs, batchSize };
  const suited = suggestTrain(rows);
  return {
    epochs: epochs ?? suited.epochs + moreEpochs,
    batchSize: Math.min(batchSize ?? Infinity, suited.batchSize),
  };
}

/** The page's own choice of settings for a model. */
function baseOf({ model }: Pick<ModelSettings, 'model'>): Preset {
  return PRESETS.find((preset) => preset.model.model === model) ?? PRESETS[0];
}

/** The settings of a first run, before any dataset is known. */
export const DEFAULT_SETTINGS = presetSettings(PRESETS[0], 0);

/** The stages whose settings have fields in a form. */
export type Stage = 'text' | 'split' | 'model' | 'train' | 'augment';

/** A value that a form's field can hold. */
export type OptionValue = number | string | boolean;

/** Lays kept values over defaults; keys that are unknown today are dropped. */
function overlay<T extends object>(defaults: T, kept: unknown): T {
  if (typeof kept !== 'object' || kept === null) return structuredClone(defaults);
  const entries = Object.entries(defaults).map(([key, value]: [string, unknown]) => {
    const found = (kept as Record<string, unknown>)[key];
    if (Array.isArray(value))
      return [key, structuredClone<unknown>(Array.isArray(found) ? found : value)];
    if (value === null) return [key, null]; // where to start from is chosen anew
    if (typeof value === 'object') return [key, overlay(value, found)];
    return [key, typeof found === typeof value ? found : value];
  });
  return Object.fromEntries(entries) as T;
}

const TARGETS: readonly TargetSettings['kind'][] = ['all', 'one', 'two'];
const TIERS: readonly RunSettings['tier'][] = ['auto', 'webgpu', 'wasm'];

/** Puts first values in the place of those that no field takes today: an older or a newer page may have kept them. */
function mend(kept: RunSettings, first: RunSettings): RunSettings {
  const mended = { ...kept };
  const stages: [Stage, readonly Option[]][] = [
    ['text', TEXT_OPTIONS],
    ['split', SPLIT_OPTIONS],
    ['model', MODEL_OPTIONS[kept.model.model]],
    ['train', TRAIN_OPTIONS],
    ['augment', AUGMENT_OPTIONS],
  ];
  for (const [stage, options] of stages) {
    const values = { ...kept[stage] } as Record<string, unknown>;
    const firsts = first[stage] as unknown as Record<string, unknown>;
    for (const option of options)
      if (!isPossible(option, values[option.key])) values[option.key] = firsts[option.key];
    Object.assign(mended, { [stage]: values });
  }
  mended.clean = mendRecipe(kept.clean);
  if (!TARGETS.includes(kept.target.kind)) mended.target = first.target;
  if (!TIERS.includes(kept.tier)) mended.tier = first.tier;
  return mended;
}

function read(): RunSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<RunSettings> | null;
    const name = kept?.model?.model ?? 'bag';
    const model = Object.hasOwn(DEFAULT_MODELS, name) ? DEFAULT_MODELS[name] : PRESETS[0].model;
    const first = { ...DEFAULT_SETTINGS, model };
    return mend(overlay(first, kept), structuredClone(first));
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
  readonly preset = $derived(ALL_PRESETS.find((preset) => this.#follows(preset)) ?? null); // null = settings of one's own
  version = $state(0); // counts the changes that did not come from a form's field: fields are made anew then
  readonly refused = new SvelteSet<string>(); // fields whose content is outside the limits and not in use
  #dataset: Pick<Dataset, 'id' | 'classes' | 'train'> | null = null; // that was followed last

  /** A plain copy, for workers and for keeping. */
  snapshot(): RunSettings {
    return $state.snapshot(this.run);
  }

  /** Remembers the settings for the next visit. */
  keep(): void {
    localStorage.setItem(KEY, JSON.stringify(this.run));
    localStorage.setItem(ROWS_KEY, String(this.rows));
  }

  /** Suits the settings to the dataset that is open: a class that only another one has is no target here. */
  follow({ id, classes, train }: Dataset): void {
    const before = this.#dataset;
    this.#dataset = { id, classes, train };
    if (this.#suit()) this.#renew();
    if (!before || before.id === id) return;
    const nameIn = (known: Dataset['classes'], asked: string) =>
      known.find(({ key }) => key === asked)?.name;
    const { first, second } = this.run.target;
    const isSame = [first, second].every(
      (key) => nameIn(before.classes, key) === nameIn(classes, key),
    );
    if (!isSame) this.aim(DEFAULT_TARGET);
  }

  /** Takes over a preset's settings; cleaning, the division and the tier stay. */
  choosePreset(preset: Preset): void {
    const { text, model, train, augment } = presetSettings(preset, this.rows);
    Object.assign(this.run, structuredClone({ text, model, train, augment }), { start: null });
    this.#renew();
  }

  /** Takes over the settings of a run or a link, but not where it computed. */
  use(settings: RunSettings): void {
    const { tier } = this.run;
    this.run = { ...structuredClone(settings), tier };
    this.rows = this.#rowsUsed() || this.rows;
    this.#renew();
  }

  /** Takes over a recipe of cleaning. */
  changeClean(clean: CleanSettings): void {
    this.run.clean = $state.snapshot(clean); // parts of it may be state themselves
    this.keep();
  }

  /** Chooses what the next run tells apart. */
  aim(target: TargetSettings): void {
    this.run.target = target;
    this.keep();
  }

  /** Takes over a run's model and words, and starts the next run from its weights; a model of another kind brings its training along. */
  goOn({ id, settings }: Run): void {
    const { model, text, clean, train } = structuredClone(settings);
    if (model.model !== this.run.model.model)
      this.run.train = { ...train, ...paceOf(baseOf(model), this.rows) };
    Object.assign(this.run, { model, text, clean });
    this.startFrom({ runId: id, tableRate: 1, bodyRate: 1 });
  }

  /** Starts the next run from another one's weights, words and model; null = from fresh ones. */
  startFrom(start: StartSettings | null): void {
    this.run.start = start;
    this.#renew();
  }

  /** Changes how fast the parts move that the next run starts from. */
  changeStart(start: StartSettings): void {
    this.run.start = start;
    this.keep();
  }

  /** The value of one setting. */
  value(stage: Stage, key: string): OptionValue {
    return (this.run[stage] as unknown as Record<string, OptionValue>)[key];
  }

  /** Changes one setting and remembers it. */
  change(stage: Stage, key: string, value: OptionValue): void {
    Object.assign(this.run[stage], { [key]: value });
    if (stage === 'split' && key === 'sampleRows') this.#suit();
    if (key === 'unit') this.#shortenNgrams();
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

  /** Goes back to the first settings of some stages only, as they are for the model. */
  resetStages(...stages: (keyof RunSettings)[]): void {
    const first = structuredClone(this.#first());
    for (const stage of stages) Object.assign(this.run, { [stage]: first[stage] });
    this.#suit();
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
    return presetSettings(baseOf(this.run.model), this.rows);
  }

  /** Words take shorter n-grams than characters. */
  #shortenNgrams(): void {
    const { text } = this.run;
    const order = textOptions(text).find(({ key }) => key === 'order');
    if (order?.kind === 'integer') text.order = Math.min(text.order, order.most);
  }

  /** Rows of the open dataset's train part, or of the sample that is drawn of them; 0 = not known. */
  #rowsUsed(): number {
    const all = this.#dataset?.train?.rowCount ?? 0;
    const { sampleRows } = this.run.split;
    return sampleRows > 0 ? Math.min(sampleRows, all) : all;
  }

  /** Suits epochs, batch size and vocabulary to the rows that are used, unless someone has set them otherwise; tells whether they are others. */
  #suit(): boolean {
    const rows = this.#rowsUsed();
    if (rows === 0 || rows === this.rows) return false;
    const { model, train, text } = this.run;
    const base = this.preset ?? baseOf(model);
    const before = presetSettings(base, this.rows);
    const after = presetSettings(base, rows);
    this.rows = rows;
    if (train.epochs === before.train.epochs) train.epochs = after.train.epochs;
    if (train.batchSize === before.train.batchSize) train.batchSize = after.train.batchSize;
    if (text.minCount === before.text.minCount) text.minCount = after.text.minCount;
    return true;
  }

  #follows(preset: Preset): boolean {
    const { run } = this;
    const { text, model, train, augment } = presetSettings(preset, this.rows);
    const expected = JSON.stringify([text, model, { ...train, seed: run.train.seed }, augment]);
    return JSON.stringify([run.text, run.model, run.train, run.augment]) === expected;
  }
}
