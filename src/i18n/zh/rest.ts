// Simplified Chinese, what follows the first words: every place behind the first, and the settings.
import type { rest as english } from '../en/rest';
import { augment } from './augment';
import { bring } from './bring';
import { clean } from './clean';
import { compare } from './compare';
import { division } from './division';
import { evaluate } from './evaluate';
import { know } from './know';
import { label } from './label';
import { laterFaults } from './later-faults';
import { lengths } from './lengths';
import { listing } from './listing';
import { models } from './models';
import { options } from './options';
import { reading } from './reading';
import { recipe } from './recipe';
import { train } from './train';
import { use } from './use';

/** Words of the other places and of the settings. */
export const rest: typeof english = {
  laterFaults,
  options,
  augment,
  models,
  bring,
  clean,
  recipe,
  division,
  reading,
  lengths,
  train,
  listing,
  compare,
  evaluate,
  use,
  label,
  know,
};
