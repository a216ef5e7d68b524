// Settings as a part of the address: '#train?v=1&model=lstm&model.units=64&train.epochs=3'. Only what differs from the
// first settings of the model is written. Where a run computes and which run it starts from belong to one browser and stay out.
import { DEFAULT_TARGET, SPLIT_OPTIONS } from '../clean/config';
import { isWithin, type Option } from '../core/options';
import type { CleanSettings, ModelName, RunSettings, TargetSettings } from '../core/settings';
import { RULES } from '../core/types';
import { MODEL_OPTIONS, PRESETS } from '../models/config';
import { TEXT_OPTIONS } from '../text/config';
import { AUGMENT_OPTIONS, TRAIN_OPTIONS } from '../train/config';
import { decoded, readRecipePart, recipeParts } from './link-recipe';
import { MOST_NAME, MOST_NAMES } from './recipe';
import { presetSettings, type OptionValue } from './settings.svelte';

/** Raised when a first setting changes or a part gets another meaning: an older link would then say something else. */
export const LINK_VERSION = 1;

const PLACE = '#train?';
/** Characters of a link that is followed. */
export const MOST_LENGTH = 8000;
const NAMES = 'clean.names';
const TARGET_KINDS: readonly TargetSettings['kind'][] = ['all', 'one', 'two'];

/** A part of a link that cannot be followed. */
export interface Refusal {
  key: string; // as it stands in the link; '' for the link as a whole
  value: string;
  why: 'version' | 'unknown' | 'value' | 'twice' | 'long';
}

/** What a link says: settings, or why it is not followed; one wrong part is enough. */
export type LinkReading = { settings: RunSettings; refused: null } | { refused: Refusal[] };

/** The address that carries settings, from '#' on. */
export function settingsToHash(settings: RunSettings): string {
  const base = baseOf(settings.model.model);
  const parts: [string, string][] = [
    ['v', String(LINK_VERSION)],
    ['model', settings.model.model],
  ];
  for (const { key, stage, option } of fieldsOf(settings.model.model)) {
    const value = valueOf(settings, stage, option.key);
    if (value !== valueOf(base, stage, option.key)) parts.push([key, write(value)]);
  }
  for (const rule of RULES) {
    const isOn = settings.clean.rules[rule];
    if (isOn !== base.clean.rules[rule]) parts.push([`clean.${rule}`, write(isOn)]);
  }
  const { kind, first, second } = settings.target;
  if (kind !== DEFAULT_TARGET.kind) parts.push(['target', kind]);
  if (first !== '') parts.push(['target.first', encodeURIComponent(first)]);
  if (second !== '') parts.push(['target.second', encodeURIComponent(second)]);
  const names = namesOf(settings.clean);
  if (names !== namesOf(base.clean)) parts.push([NAMES, names]);
  parts.push(...recipeParts(settings.clean));
  return PLACE + parts.map(([key, value]) => `${key}=${value}`).join('&');
}

/** Reads settings out of an address; null where it carries none. */
export function settingsFromHash(hash: string): LinkReading | null {
  if (!hash.startsWith(PLACE)) return null;
  const refuse = (why: Refusal['why'], key = '', value = ''): LinkReading => ({
    refused: [{ key, value, why }],
  });
  if (hash.length > MOST_LENGTH) return refuse('long');
  const pairs = hash.slice(PLACE.length).split('&').map(pairOf);
  const parts = new Map(pairs);
  const twice = pairs.find(([key, value]) => parts.get(key) !== value);
  if (twice) return refuse('twice', ...twice);
  const version = parts.get('v') ?? String(LINK_VERSION);
  if (version !== String(LINK_VERSION)) return refuse('version', 'v', version);
  const model = parts.get('model') ?? '';
  if (!isModel(model)) return refuse('value', 'model', model);
  parts.delete('v');
  parts.delete('model');
  return readParts(model, parts);
}

function readParts(model: ModelName, parts: ReadonlyMap<string, string>): LinkReading {
  const settings = structuredClone(baseOf(model));
  const refused: Refusal[] = [];
  for (const [key, value] of parts) {
    const why = readPart(settings, key, value);
    if (why) refused.push({ key, value, why });
  }
  if (refused.length === 0 && !isTarget(settings.target))
    refused.push({ key: 'target', value: settings.target.kind, why: 'value' });
  return refused.length > 0 ? { refused } : { settings, refused: null };
}

/** Takes one part into the settings, or says why not. */
function readPart(settings: RunSettings, key: string, text: string): Refusal['why'] | null {
  const field = fieldsOf(settings.model.model).find((known) => known.key === key);
  if (field) {
    const value = read(field.option, text);
    if (value === undefined) return 'value';
    Object.assign(settings[field.stage], { [field.option.key]: value });
    return null;
  }
  const rule = RULES.find((name) => key === `clean.${name}`);
  if (rule) {
    if (text !== 'on' && text !== 'off') return 'value';
    settings.clean.rules[rule] = text === 'on';
    return null;
  }
  if (key === NAMES) {
    const names = text === '' ? [] : text.split(',').map(decoded);
    if (names.length > MOST_NAMES || !names.every(isName)) return 'value';
    settings.clean.agencies = names;
    return null;
  }
  if (key.startsWith('clean.')) return readRecipePart(settings.clean, key, text);
  return readTarget(settings.target, key, text);
}

function readTarget(target: TargetSettings, key: string, text: string): Refusal['why'] | null {
  if (key === 'target') {
    const kind = TARGET_KINDS.find((name) => name === text);
    if (kind) target.kind = kind;
    return kind ? null : 'value';
  }
  if (key !== 'target.first' && key !== 'target.second') return 'unknown';
  const name = decoded(text);
  if (!isName(name)) return 'value';
  target[key === 'target.first' ? 'first' : 'second'] = name;
  return null;
}

/** Whether a target names as many classes as its kind takes. */
function isTarget({ kind, first, second }: TargetSettings): boolean {
  if (kind === 'all') return first === '' && second === '';
  if (kind === 'one') return second === '';
  return first === '' || first !== second;
}

type LinkStage = 'model' | 'train' | 'augment' | 'text' | 'split';

interface Field {
  key: string; // 'model.units'
  stage: LinkStage;
  option: Option;
}

function fieldsOf(model: ModelName): Field[] {
  const stages: [LinkStage, readonly Option[]][] = [
    ['model', MODEL_OPTIONS[model]],
    ['train', TRAIN_OPTIONS],
    ['augment', AUGMENT_OPTIONS],
    ['text', TEXT_OPTIONS],
    ['split', SPLIT_OPTIONS],
  ];
  return stages.flatMap(([stage, options]) =>
    options.map((option) => ({ key: `${stage}.${option.key}`, stage, option })),
  );
}

/** The first settings of a model, before any dataset is known. */
function baseOf(model: ModelName): RunSettings {
  return presetSettings(PRESETS.find((preset) => preset.model.model === model) ?? PRESETS[0], 0);
}

function valueOf(settings: RunSettings, stage: LinkStage, key: string): OptionValue {
  return (settings[stage] as unknown as Record<string, OptionValue>)[key];
}

function write(value: OptionValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

/** A value that the option allows; undefined for any other text. */
function read(option: Option, text: string): OptionValue | undefined {
  if (option.kind === 'switch') return text === 'on' ? true : text === 'off' ? false : undefined;
  if (option.kind === 'choice') return option.choices.find((choice) => choice === text);
  const value = /^\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  return isWithin(option, value) ? value : undefined;
}

function namesOf({ agencies }: CleanSettings): string {
  return agencies.map(encodeURIComponent).join(',');
}

function isName(name: string): boolean {
  return name.trim() !== '' && name.length <= MOST_NAME;
}

function isModel(name: string): name is ModelName {
  return Object.hasOwn(MODEL_OPTIONS, name);
}

function pairOf(part: string): [key: string, value: string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
