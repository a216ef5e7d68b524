// The English catalogue: one file a place.
import { clean } from './en/clean';
import { data } from './en/data';
import { evaluate } from './en/evaluate';
import { faults } from './en/faults';
import { options } from './en/options';
import { shell } from './en/shell';
import { train } from './en/train';
import { use } from './en/use';

/** Every string of the page in English. */
export const en = { shell, faults, options, data, clean, train, evaluate, use };
