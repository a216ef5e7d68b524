// What the page calls a dataset: samples and files without a telling name are named in the reader's language.
import type { Run } from '../../core/run';
import type { Dataset } from '../../core/types';
import type { Catalogue } from '../../i18n/catalogue';

const MOST_CLASSES = 4;
const MOST_LENGTH = 60; // characters of class names, the first one always whole
const UNTITLED_AS = /^\(untitled\)(?: (\d+))?$/; // UNTITLED of core/types.ts
const NUMBER = /^-?[\d.]+$/;

/** A dataset's name for people; one that nobody named is called by its classes, unless these are mere numbers. */
export function sayName(words: Catalogue['data'], { name, classes }: Named): string {
  if (name === 'english' || name === 'chinese') return words.samples[name];
  const number = UNTITLED_AS.exec(name);
  if (!number) return name;
  const labels = classes.map((label) => label.name);
  const title = labels.every((label) => NUMBER.test(label))
    ? words.untitled
    : words.byClasses(firstOf(labels), labels.length);
  return number[1] ? words.numbered(title, number[1]) : title;
}

/** The name of what a run learned from: today's, or where its dataset was deleted that of the time. */
export function sayNameOf(
  words: Catalogue['data'],
  { datasetId, datasetName, classes }: Run,
  datasets: readonly Dataset[],
): string {
  const kept = datasets.find((dataset) => dataset.id === datasetId);
  return sayName(words, kept ?? { name: datasetName, classes: classes.map((name) => ({ name })) });
}

interface Named {
  name: string;
  classes: readonly { name: string }[];
}

function firstOf(labels: readonly string[]): string[] {
  const first: string[] = [];
  let length = 0;
  for (const label of labels.slice(0, MOST_CLASSES)) {
    length += label.length;
    if (first.length > 0 && length > MOST_LENGTH) break;
    first.push(label);
  }
  return first;
}
