// The English catalogue as a whole; the page loads its two parts one after the other.
import { first } from './en/first';
import { rest } from './en/rest';

/** Every string of the page in English. */
export const en = { ...first, ...rest };
