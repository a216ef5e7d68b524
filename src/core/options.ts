// How a stage's config.ts describes its settings, so that forms and checks are made from one place.
import { fail } from './errors';

/** A number that can be set, with its limits. */
export interface NumberOption<K extends string = string> {
  key: K; // also the key of its label and help in the catalogues
  kind: 'integer' | 'number';
  least: number; // inclusive
  most: number; // inclusive
  step: number; // of the form's field
  of?: number; // the value must be a multiple of it
}

/** One of several named values. */
export interface ChoiceOption<K extends string = string> {
  key: K;
  kind: 'choice';
  choices: readonly string[];
}

/** Something on or off. */
export interface SwitchOption<K extends string = string> {
  key: K;
  kind: 'switch';
}

/** Any setting that appears in a form by itself. */
export type Option<K extends string = string> = NumberOption<K> | ChoiceOption<K> | SwitchOption<K>;

/** Throws `bad-config` for the first number outside its limits. */
export function checkOptions<T extends object>(
  settings: T,
  options: readonly Option<keyof T & string>[],
): void {
  for (const option of options) {
    if (option.kind === 'choice' || option.kind === 'switch') continue;
    const found = Number(settings[option.key]);
    if (isWithin(option, found)) continue;
    const { key, least, most, of } = option;
    if (of !== undefined && found >= least && found <= most)
      throw fail('bad-config', 'config.multiple', { option: key, of, found });
    throw fail('bad-config', 'config.range', { option: key, least, most, found });
  }
}

/** Whether a number may stand in a field: within its limits, and whole where it must be. */
export function isWithin(option: NumberOption, value: number): boolean {
  if (option.kind === 'integer' && !Number.isInteger(value)) return false;
  if (option.of !== undefined && value % option.of !== 0) return false;
  return value >= option.least && value <= option.most;
}

/** Whether a value of whatever kind may stand in a field. */
export function isPossible(option: Option, value: unknown): boolean {
  if (option.kind === 'switch') return typeof value === 'boolean';
  if (option.kind === 'choice') return option.choices.some((choice) => choice === value);
  return typeof value === 'number' && isWithin(option, value);
}
