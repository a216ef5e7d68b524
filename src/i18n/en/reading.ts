// English: how files are read, and how somebody changes that.
import type { CharsetSource, ColumnRole, FileForm, FileView } from '../../core/reading';
import { formatOf } from '../format';

const { number, plural } = formatOf('en');

/** Words about reading files. */
export const reading = {
  title: 'How the files are read',
  standfirst: 'These are their first rows. Say what each column is for, and read them.',
  standfirstTexts: 'Each file is one text. See that the character set is right, and read them.',
  again:
    'Reading them again makes a new dataset in the place of this one; its trained models stay.',
  beside:
    'You labelled rows of this dataset by hand, so it stays as it is: what is read now becomes a dataset beside it.',
  waits: 'Looking at the files …',
  change: 'Change how they are read',
  dropAgain: 'To have them read in another way, drop the files again.',
  files: 'Files',
  readFile: (file: string) => `Read ${file}`,
  shown: 'Rows of',
  charset: 'Character set',
  asFound: (charset: string) => `as found: ${charset}`,
  charsetBy: {
    mark: 'told by the file’s byte order mark',
    sound: 'all that was looked at is sound UTF-8',
    guess: 'guessed from its characters',
    choice: 'as chosen',
  } satisfies Record<CharsetSource, string>,
  delimiter: 'Fields are parted by',
  delimiters: {
    ',': 'a comma',
    '\t': 'a tab',
    ';': 'a semicolon',
    '': 'nothing: each line is one text',
    ' ': 'a space, behind the label that begins each line',
  } as Record<string, string>,
  form: {
    separated: 'separated values',
    'labelled-lines': 'lines that begin with their label',
    lines: 'a text on each line',
    'json-lines': 'JSON, one object a line',
    'json-array': 'a JSON array',
    parquet: 'Parquet',
  } satisfies Record<FileForm, string>,
  header: 'The first row names the columns',
  hasHeader: 'a header',
  noHeader: 'no header',
  line: 'Line',
  table: 'The first rows',
  column: (n: number) => `Column ${number(n)}`,
  others: (n: number) =>
    `${number(n)} more ${plural(n, 'column is', 'columns are')} not shown. Find one by its name:`,
  show: (column: string) => `Show “${column}”`,
  roleOf: (column: string) => `What “${column}” is for`,
  role: {
    text: 'text',
    label: 'label',
    split: 'part',
    id: 'id',
    unused: 'not used',
  } satisfies Record<ColumnRole, string>,
  different: (n: number, rows: number) =>
    `${number(n)} different in ${number(rows)} ${plural(rows, 'row', 'rows')}`,
  roles:
    'Several columns of text become several fields. A part is a word like train, validation or test; an id is shown with its row and exported with it.',
  noLabel: 'No column is the label: all rows come in without one, to be labelled on this page.',
  noText: 'Choose at least one column of text.',
  fileRole: {
    train: 'to train on',
    validation: 'to train on, kept for validation',
    test: 'to test on',
    classes: 'names of the classes',
    texts: 'one text a file, labelled by its folder',
    other: 'left out',
  } satisfies Record<FileView['role'], string>,
  read: 'Read',
  readAgain: 'Read again',
  unsure: {
    none: (file: string) =>
      `No column of ${file} looks like labels. Choose one, or read the rows without labels.`,
    several: (file: string) =>
      `More than one column of ${file} could hold the labels. Choose the right one.`,
    header: (file: string) =>
      `It is not sure whether the first row of ${file} names the columns or is a row like the others. Say so below, and read.`,
  },
  whose: (file: string, dataset: string) =>
    `${file} could be the part that the open dataset “${dataset}” lacks, or a dataset of its own. Which is it?`,
  complete: (dataset: string) => `Complete “${dataset}”`,
  apart: 'A new dataset',
  many: (file: string, most: number) =>
    `${file} has more than ${number(most)} different labels, so this may not be the column of labels. Choose another column, go on with so many classes, or read the rows without labels.`,
  manyTooMany: (file: string, most: number) =>
    `${file} has more than ${number(most)} different labels, and no more can be told apart. Choose another column, or read the rows without labels.`,
  goOn: 'Go on with so many classes',
  unlabelled: 'Read without labels',
};
