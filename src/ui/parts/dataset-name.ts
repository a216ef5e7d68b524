// What the page calls a dataset: samples and files without a telling name have one in the reader's language.
import type { Catalogue } from '../../i18n/catalogue';

const PLAIN = /^(train|test)( \d+)?$/; // how an import names what came as train.csv and test.csv

/** A dataset's name for people, from the name in the store. */
export function sayName(words: Catalogue['data'], name: string): string {
  if (name === 'english' || name === 'chinese') return words.samples[name];
  const plain = PLAIN.exec(name);
  return plain ? `${words.untitled}${plain[2] ?? ''}` : name;
}
