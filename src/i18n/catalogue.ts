// Loads the catalogue of a language when it is asked for, so the page carries one language only.
import type { Fault, Faults } from '../core/errors';
import type { en } from './en';
import type { LanguageCode } from './format';

/** Every string of the page in some language. */
export type Catalogue = typeof en;

/** Loads a language's catalogue. */
export async function loadCatalogue(code: LanguageCode): Promise<Catalogue> {
  if (code === 'zh') return (await import('./zh')).zh;
  return (await import('./en')).en;
}

/** Says a fault in the catalogue's language. */
export function sayFault(catalogue: Catalogue, fault: Fault): string {
  const say = catalogue.faults[fault.key] as ((values: Faults[Fault['key']]) => string) | undefined;
  return say ? say(fault.values) : catalogue.faults.bug({ message: fault.key });
}
