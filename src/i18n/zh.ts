// The Simplified Chinese catalogue: one file a place.
import type { en } from './en';
import { clean } from './zh/clean';
import { data } from './zh/data';
import { faults } from './zh/faults';
import { options } from './zh/options';
import { shell } from './zh/shell';

/** Every string of the page in Simplified Chinese. */
export const zh: typeof en = { shell, faults, options, data, clean };
