// English: the room in which rows are labelled by hand, and corrections in the place Use.
import type { QueueKind } from '../../core/labelling';
import type { LabelChange, Split } from '../../core/types';
import { formatOf } from '../format';

const { number, percent, plural, date } = formatOf('en');
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;
const part = (split: Split) => (split === 'test' ? 'test row' : 'row');

const QUEUES: Record<QueueKind, string> = {
  unlabelled: 'Rows without a label, in random order',
  unsure: 'Rows without a label, the least sure first',
  doubtful: 'Labelled rows, the most doubtful label first',
  all: 'All rows for training, in random order',
};
const WHO: Record<LabelChange['by'], string> = {
  hand: 'by hand',
  search: 'all that were found',
  use: 'corrected in Use',
  undo: 'taken back',
};

/** Words of the room for labels. */
export const label = {
  title: 'Label by hand',
  standfirst: (labelled: number, all: number) =>
    labelled === all
      ? `All ${rows(all)} for training have a label; any of them can be given another.`
      : `${number(labelled)} of ${rows(all)} for training have a label. Read a text, press its class, and the next one is there.`,
  back: 'Back to the data',
  noTrain: 'There are no rows for training yet, so there is nothing to label.',
  desk: {
    title: 'The row at hand',
    how: (classes: number): string =>
      classes > 10
        ? 'Type a part of a class’s name and press Enter. S skips, U takes the last label back.'
        : 'Press the number of a class. S skips, U takes the last label back.',
    row: (n: number) => `Row ${number(n)}`,
    place: (at: number, all: number) => `${number(at)} of ${number(all)}`,
    has: (name: string) => `labelled ${name}`,
    hasNone: 'no label yet',
    reading: 'Reading …',
    opening: 'Looking for rows …',
    empty: 'No row is left here. Choose other rows, or go and train.',
    noClasses: 'There are no classes yet. Name two or more to begin.',
    noTitle: 'no title',
    classes: 'Classes',
    filter: 'Find a class',
    noMatch: 'No class is called so.',
    skip: 'Skip',
    undo: 'Undo',
    noLabel: 'Take its label away',
    given: (row: number, name: string) => `Row ${number(row)}: ${name}.`,
    cleared: (row: number) => `Row ${number(row)}: no label.`,
    skipped: (row: number) => `Row ${number(row)} skipped.`,
    undone: (row: number) => `Row ${number(row)} is as it was.`,
    guess: (name: string, share: number) => `The model guesses ${name}, ${percent(share, 0)} sure.`,
  },
  progress: {
    title: 'How far it is',
    labelled: (n: number, all: number) => `${number(n)} of ${number(all)} labelled`,
    session: (n: number) => `${number(n)} given just now`,
    left: (n: number) => `${number(n)} left in this order`,
  },
  queue: {
    title: 'Which rows',
    kinds: QUEUES,
    seed: 'Seed',
    run: 'Asked run',
    runName: (n: number) => `Run ${number(n)}`,
    noRun: 'Once a run has learned all classes, rows can also come in the order of its doubts.',
    newer: (n: number) => `Run ${number(n)} is newer.`,
    again: 'Order anew',
    guess: 'Show what the model guesses',
    bias: 'Whoever sees a guess tends to agree with it; labels given without one are worth more.',
    help: {
      unlabelled:
        'Every order of the rows is as likely as any other, and one seed gives one order. So what you label is a fair sample of the whole.',
      unsure:
        'First come the rows whose two best classes the model finds about as probable: there a label teaches it most. What you label so is no fair sample, so judge the model on other rows.',
      doubtful:
        'First come the rows whose given label the model finds least probable. Many of them are mistakes in the data, others are merely hard; rows that the run learned from seem less doubtful than they are.',
      all: 'Every row of the training part, labelled or not, in an order that one seed decides.',
    } satisfies Record<QueueKind, string>,
  },
  classes: {
    title: 'Classes',
    add: 'Add a class',
    name: 'Name of the class',
    rename: 'Rename',
    renameOf: (name: string) => `Rename “${name}”`,
    save: 'Save',
    added: (name: string) => `“${name}” was added.`,
    taken: (name: string) => `There is a class “${name}” already.`,
  },
  bulk: {
    title: 'Many at once',
    text: 'Search for a word or a phrase, and give every row that has it one class.',
    query: 'Word or phrase',
    search: 'Search',
    found: (n: number, unlabelled: number) =>
      n === 0
        ? 'No row for training has it.'
        : `${rows(n)} for training ${plural(n, 'has', 'have')} it, ${number(unlabelled)} of them without a label.`,
    to: 'Give them',
    only: 'Only those without a label',
    give: (n: number) => `Label ${rows(n)} …`,
    ask: (n: number, name: string) =>
      `Give ${rows(n)} the label “${name}”? It can be taken back as a whole.`,
    yes: 'Label them',
    no: 'Leave them',
    done: (changed: number, had: number, name: string) => {
      if (changed === 0) return `Nothing changed: ${rows(had)} had “${name}” already.`;
      const more = had === 0 ? '' : `; ${number(had)} had it already`;
      return `${rows(changed)} changed to “${name}”${more}.`;
    },
  },
  log: {
    summary: (n: number) => `The log of labels (${number(n)})`,
    none: 'No label was changed here yet.',
    who: WHO,
    when: (at: number) => date(at),
    noLabel: 'no label',
    many: (n: number) => rows(n),
    row: (split: Split, n: number) => `${part(split)} ${number(n)}`,
    share: (n: number, name: string) => `${number(n)} ${name}`,
    otherLabels: (n: number) => `${number(n)} other ${plural(n, 'label', 'labels')}`,
    comma: ', ',
    step: (from: string, to: string) => `${from} → ${to}`,
    reverse: 'Take back',
    reverseOf: (entry: number) => `Take back change ${number(entry)}`,
    gone: 'changed again since',
    restored: 'taken back: the labels are as before',
    partly: (n: number, all: number) => `${number(n)} of ${number(all)} still so`,
    reversed: (n: number, kept: number) =>
      kept === 0
        ? `${rows(n)} ${plural(n, 'has', 'have')} the label from before.`
        : `${rows(n)} ${plural(n, 'has', 'have')} the label from before; ${number(kept)} ${plural(kept, 'was', 'were')} changed again since and ${plural(kept, 'stays', 'stay')}.`,
    more: 'Earlier changes',
    csv: 'Save as CSV',
    jsonl: 'Save as JSON lines',
    help: 'Nothing is overwritten: taking a change back is one more change. The file has a line for each row with its time, its label before and after, and its text.',
  },
  use: {
    no: 'No, it’s …',
    which: 'The right class',
    gone: 'Its dataset was deleted, so there is nowhere to put the right answer.',
    added: (name: string, row: number) => `Row ${number(row)} was added to the data as ${name}.`,
    relabelled: (split: Split, name: string, row: number) =>
      `This text stands in the data already, as ${part(split)} ${number(row)}; its label is ${name} now.`,
    known: (split: Split, name: string, row: number) =>
      split === 'test'
        ? `This is test row ${number(row)}, and its label is ${name}. It stays out of training, or the test would no longer be fair.`
        : `This text stands in the data already, as row ${number(row)}, with the label ${name}.`,
    list: 'Your corrections',
    listOf: (n: number) => `Of run ${number(n)}, which has not learned from them yet.`,
    takeBack: 'Take back',
    takeBackOf: (text: string) => `Take back: ${text}`,
    again: 'Train again with them',
    training: 'Training …',
    seeTraining: 'See it',
    busy: 'A training is under way.',
    before: 'Before and after',
    standfirst: (was: number, now: number) =>
      `Run ${number(was)} as it answered, and run ${number(now)}, which learned with your corrections.`,
    thisText: 'The text above',
    text: 'Text',
    right: 'Right',
    run: (n: number) => `Run ${number(n)}`,
    changed: 'changed',
    answer: (name: string, share: number) => `${name}, ${percent(share, 0)}`,
    tally: (was: number, now: number, all: number) =>
      `${number(was)} of ${number(all)} right before, ${number(now)} now.`,
    help: 'A corrected text joins the rows for training; about a tenth of them is kept for validation and is not learned from. One example among thousands need not turn an answer: several of a kind do.',
  },
};
