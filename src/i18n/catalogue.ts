// Loads the words of a language when they are asked for: one language only, and first what the first place needs.
import type { Fault, Faults } from '../core/errors';
import type { en } from './en';
import type { first } from './en/first';
import type { LanguageCode } from './format';

/** Every string of the page in some language. */
export type Catalogue = typeof en;

/** The strings of the frame, the faults and the first place. */
export type FirstWords = typeof first;

/** Loads what the first place needs of a language. */
export async function loadFirst(code: LanguageCode): Promise<FirstWords> {
  if (code === 'zh') return (await import('./zh/first')).first;
  return (await import('./en/first')).first;
}

/** Loads all words of a language. */
export async function loadCatalogue(code: LanguageCode): Promise<Catalogue> {
  const [first, rest] = await Promise.all([loadFirst(code), loadRest(code)]);
  return { ...first, ...rest };
}

async function loadRest(code: LanguageCode): Promise<Omit<Catalogue, keyof FirstWords>> {
  if (code === 'zh') return (await import('./zh/rest')).rest;
  return (await import('./en/rest')).rest;
}

/** Says a fault in the catalogue's language. */
export function sayFault(catalogue: FirstWords, fault: Fault): string {
  const say = catalogue.faults[fault.key] as ((values: Faults[Fault['key']]) => string) | undefined;
  return say ? say(fault.values) : catalogue.faults.bug({ message: fault.key });
}
