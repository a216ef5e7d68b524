// English: the ways in that are no files: paste, an address, texts typed on the page.
import { formatOf } from '../format';

const { number, bytes, plural } = formatOf('en');
const texts = (n: number) => `${number(n)} ${plural(n, 'text', 'texts')}`;

/** Words of the ways in beside the files. */
export const bring = {
  paste: {
    label: 'Pasted text',
    help: 'A table copied from a spreadsheet, CSV, JSON, or lines with their labels. Anywhere else on this place a paste is read at once.',
    read: 'Read it',
    lines: (n: number) => `${number(n)} ${plural(n, 'line', 'lines')}`,
  },
  address: {
    label: 'Address of a file',
    fetch: 'Fetch it',
    help: (most: number) =>
      `CSV, TSV, JSON, Parquet, text, or an archive of them, up to ${bytes(most)}. Nothing is asked for before you press the button.`,
    unknown: 'This is no address that can be fetched; it should begin with https://.',
    goes: (host: string) =>
      `The button sends one request to ${host}, which learns which file you want and from where, as with any link. Nothing else leaves this browser: no data of yours, no cookie, not the address of this page.`,
  },
  nothing: {
    help: (least: number) =>
      `Name the classes and type or paste texts under each, one a line. ${number(least)} texts a class are enough to train. What you type is kept in this browser as you go.`,
    class: (n: number) => `Class ${number(n)}`,
    nameOf: (n: number) => `Name of class ${number(n)}`,
    textsOf: (name: string) => `Texts of “${name}”, one a line`,
    oneALine: 'One text a line',
    count: texts,
    add: 'Add a class',
    remove: 'Remove',
    removeOf: (name: string) => `Remove “${name}” with its texts`,
    train: 'Train on these',
    keep: 'Keep as a dataset',
    change: 'Keep the changes',
    edit: 'Edit the texts',
    restart: 'Start over',
    undo: 'Undo all changes',
    ask: 'What you typed and did not keep will be lost.',
    yes: 'Throw it away',
    no: 'Keep it',
    enough: 'That is enough to train on.',
    noRoom: 'The browser has no room left for a draft: keep it as a dataset now.',
    lack: {
      name: 'A class has no name yet.',
      same: (name: string) => `Two classes are called “${name}”.`,
      classes: 'At least two classes need texts.',
      many: (found: number, most: number) =>
        `These are ${texts(found)}; more than ${number(most)} are better kept in a file and dropped here.`,
      rows: (name: string, missing: number) =>
        `“${name}” needs ${number(missing)} more different ${plural(missing, 'text', 'texts')} to be trained.`,
    },
  },
};
