// English: how the rows are divided, and what that gives.
import { formatOf } from '../format';

const { number, plural } = formatOf('en');
const rows = (n: number) => `${number(n)} ${plural(n, 'row', 'rows')}`;

/** Words of the division of rows. */
export const division = {
  title: 'Division',
  standfirst:
    'Then the kept rows are divided: most to learn from, some to check on while training, some sealed until the test.',
  settings: 'How rows are divided',
  gives: 'What each set gets',
  finding: (train: number, validation: number, test: number) =>
    `${rows(train)} to learn from, ${number(validation)} to check on, ${number(test)} to test.`,
  heldOut: 'There is no test part, so its rows come from the training files.',
  sampled: 'This is a sample; the other rows are not used.',
  noCheck: 'No row is left to check on: which epoch is best cannot be told.',
  clipped: {
    validation: (wanted: number, found: number) =>
      `Of the ${rows(wanted)} asked for to check on, ${number(found)} can be had.`,
    test: (wanted: number, found: number) =>
      `Of the ${rows(wanted)} asked for to test, ${number(found)} can be had.`,
  },
  fewerThanChecked: (learned: number, checked: number) =>
    `Only ${rows(learned)} to learn from, but ${number(checked)} to check on. Keep fewer rows aside.`,
  few: (learned: number, least: number) =>
    `With ${rows(learned)} to learn from, fewer than ${number(least)} a class, what is learned is mostly chance.`,
  near: (n: number) =>
    `${rows(n)} nearly ${plural(n, 'equals', 'equal')} a row that the files keep for validation or test, and ${plural(n, 'is', 'are')} left out.`,
  class: 'Class',
  sets: { train: 'Train', validation: 'Check', test: 'Test' },
  all: 'All',
  more: (n: number) => `${number(n)} more ${plural(n, 'class', 'classes')}`,
  waits: 'There are no rows to learn from yet.',
  help: 'A row is in one set only. The model learns from the first, the best epoch is chosen on the second, and the third is opened once the model is finished. Within a class, chance decides by the seed; every class gives each set its share, to the nearest row.',
};
