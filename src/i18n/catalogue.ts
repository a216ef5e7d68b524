// Loads the words of a language when they are asked for: one language only, and first what the first place needs.
import type { Fault, FaultKey, Faults } from '../core/errors';
import type { en } from './en';
import type { first } from './en/first';
import type { FaultWords, LaterFaultKey } from './faults';
import type { LanguageCode } from './format';

/** Every string of the page in some language. */
export type Catalogue = typeof en;

/** The strings of the frame, the faults and the first place. */
export type FirstWords = typeof first;

/** The words of faults, those of the first place at least. */
export type FaultCatalogue = Pick<FirstWords, 'faults'> & {
  laterFaults?: FaultWords<LaterFaultKey>;
};

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

/** Whether the words of a fault are among those that are loaded. */
export function canSay(catalogue: FaultCatalogue, { key }: Fault): boolean {
  return key in catalogue.faults || key in (catalogue.laterFaults ?? {});
}

/** Says a fault in the catalogue's language. */
export function sayFault(catalogue: FaultCatalogue, fault: Fault): string {
  const words: Partial<FaultWords<FaultKey>> = { ...catalogue.faults, ...catalogue.laterFaults };
  const say = words[fault.key] as ((values: Faults[FaultKey]) => string) | undefined;
  return say ? say(fault.values) : catalogue.faults.bug({ message: fault.key });
}
