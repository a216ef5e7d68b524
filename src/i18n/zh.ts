// The Simplified Chinese catalogue: one file a place.
import type { en } from './en';
import { clean } from './zh/clean';
import { data } from './zh/data';
import { evaluate } from './zh/evaluate';
import { faults } from './zh/faults';
import { options } from './zh/options';
import { shell } from './zh/shell';
import { train } from './zh/train';
import { use } from './zh/use';

/** Every string of the page in Simplified Chinese. */
export const zh: typeof en = { shell, faults, options, data, clean, train, evaluate, use };
