// Simplified Chinese, what the page needs before it can be used: the frame, every fault, and the first place.
import type { first as english } from '../en/first';
import { data } from './data';
import { faults } from './faults';
import { shell } from './shell';

/** Words of the frame, the faults and the place Data. */
export const first: typeof english = { shell, faults, data };
