// English: every fault as a sentence with place, expectation and finding.
import type { FaultWords, FirstFaultKey } from '../faults';
import { formatOf } from '../format';

const { number, bytes } = formatOf('en');

/** A sentence for every fault that the first place may meet. */
export const faults: FaultWords<FirstFaultKey> = {
  'file.empty': (v) => `${v.file} is empty: rows of text were expected, and none were found.`,
  'file.binary': (v) =>
    `${v.file} is not a text file: at byte ${number(v.at)} there is a control character that no text has. CSV, TSV, JSON, Parquet, web pages and text are read here.`,
  'file.excel': (v) =>
    `${v.file} is an Excel file, which is not read here. Open it, save its sheet as CSV in UTF-8, and drop that.`,
  'file.encoding': (v) =>
    `${v.file} is not UTF-8: the character at byte ${number(v.at)} is malformed. Save it again as UTF-8.`,
  'file.charset': (v) =>
    `${v.file} was read as ${v.charset}, but behind byte ${number(v.at)} a character is malformed. Choose another character set, or save it again as UTF-8.`,
  'file.gzip': (v) =>
    `${v.file} is cut short or damaged: its compression breaks off after ${bytes(v.at)}. Download it again.`,
  'file.unknown': (v) =>
    `${v.file} is not a kind of file that is read here; CSV, TSV, JSON, Parquet, web pages and text are, also in zip, tar or gzip.`,
  'file.unreadable': (v) => `${v.file} could not be read: ${v.reason}`,
  'files.none': () =>
    'None of these files is a dataset: expected rows in CSV, TSV, JSON, Parquet or lines, or a folder of texts or web pages per class.',
  'files.noText': () =>
    'Class names alone are no dataset: add train.csv, or open the dataset that they name.',
  'files.whose': (v) => `${v.file} may belong to the open dataset, or be a new one. Say which.`,
  'texts.bad': (v) =>
    `${number(v.bad)} of ${number(v.rows)} files of ${v.folder} are no texts, the first of them ${v.file}. Leave them out, or choose their character set.`,
  'csv.columns': (v) =>
    `${v.file}, line ${number(v.line)}: expected ${v.expected} columns, the label among them, found ${v.found}.`,
  'csv.quote': (v) =>
    `${v.file}: the quote opened on line ${number(v.line)} is never closed. Close it, or double it if it belongs to the text.`,
  'csv.labels': (v) =>
    `${v.file}: ${number(v.bad)} of ${number(v.rows)} rows have a label that is none of the ${v.classes} known classes, the first on line ${number(v.line)} (“${v.found}”).`,
  'csv.longRow': (v) =>
    `${v.file}: the row that begins on line ${number(v.line)} is longer than ${bytes(v.mostBytes)}. Most likely a quote is not closed there, or line ends are missing.`,
  'csv.splits': (v) =>
    `${v.file}: ${number(v.bad)} of ${number(v.rows)} rows name a part that is not known, the first on line ${number(v.line)} (“${v.found}”). Known are ${v.known}. Rename the parts, or choose another column for them, or none.`,
  'csv.tooManyBad': (v) =>
    `${v.file}: ${number(v.bad)} of ${number(v.rows)} rows cannot be used, the first on line ${number(v.line)} (${v.found} fields). This does not look like a labelled dataset.`,
  'row.fields': (v) => `Line ${number(v.line)}: expected ${v.expected} fields, found ${v.found}.`,
  'row.label': (v) =>
    `Line ${number(v.line)}: the label “${v.found}” is none of the ${v.classes} known classes.`,
  'row.empty': (v) => `Line ${number(v.line)}: there is no text.`,
  'row.noLabel': (v) => `Line ${number(v.line)}: there is no label.`,
  'row.split': (v) =>
    `Line ${number(v.line)}: “${v.found}” names no part; train, validation and test do.`,
  'row.quote': (v) =>
    `Line ${number(v.line)}: a quoted text runs over the end of the line into the next quote.`,
  'row.json': (v) => `Line ${number(v.line)}: this is no well-formed JSON object.`,
  'classes.few': (v) =>
    `${v.file} names ${v.names} classes, but the rows use the label “${v.label}”. Add the missing names.`,
  'classes.one': (v) =>
    `${v.file} has only one class (“${v.label}”); a classifier needs at least two.`,
  'classes.many': (v) =>
    `${v.file}: more than ${number(v.most)} different labels were found, “${v.found}” on line ${number(v.line)} among them. Most likely another column holds the labels.`,
  'space.full': (v) =>
    `The disk space of this page is full: ${bytes(v.neededBytes)} more were needed, ${v.freeBytes === null ? 'and the browser gives no more' : `${bytes(v.freeBytes)} are free`}. Delete a dataset or a run; nothing that was stored is lost.`,
  'space.files': (v) =>
    `These files have ${bytes(v.neededBytes)}, and the browser allows this page ${bytes(v.freeBytes)} more. Delete a dataset or a run, or bring fewer rows; nothing was read.`,
  'store.blocked': () =>
    'An older version of this page is open in another tab. Close that tab and reload.',
  'store.newer': () => 'A newer version of this page was opened in another tab. Reload this one.',
  'store.missing': (v) => `${v.what} is no longer stored in this browser.`,
  'dataset.gone': () => 'This dataset was deleted meanwhile, perhaps in another tab.',
  'worker.died': (v) =>
    `The part of the page that does the ${v.what} stopped. Reload the page; what was stored is kept.`,
  cancelled: () => 'Cancelled. What was stored before is as it was.',
  bug: (v) => `Something is wrong in this page: ${v.message}`,
};
