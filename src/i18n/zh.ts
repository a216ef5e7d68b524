// The Simplified Chinese catalogue as a whole; the page loads its two parts one after the other.
import type { en } from './en';
import { first } from './zh/first';
import { rest } from './zh/rest';

/** Every string of the page in Simplified Chinese. */
export const zh: typeof en = { ...first, ...rest };
