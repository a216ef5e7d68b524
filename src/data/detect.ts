// Which part of a dataset a file is, by its name and the folders above it.
import { fail } from '../core/errors';
import { ClassFolders, isBesidePage, partOfFolder } from './class-folders';
import { foldersOf, pathOf } from './placed-file';
import { partIn, type Home } from './split-names';

/** What a file is for. */
export type Role = 'train' | 'validation' | 'test' | 'classes' | 'other';

/** The files of a dataset, each in its place. */
export interface Roles {
  classes: File | null;
  train: File[];
  validation: File[]; // their rows go into the train part, with a mark
  test: File[];
  areTexts: boolean; // each file is one text
  byFolder: boolean; // the folder that a text lies in is its label; else it has none
  others: File[]; // left out, but for the system's own
}

const ROWS = /\.(csv|tsv|tab|json|jsonl|ndjson|parquet|pq)$/;
const LINES = /^[^.]+$|\.(txt|label|ft|data|dat)$/; // rows, or anything else that people write down
const PAGE = /\.(html?|xhtml)$/; // saved web pages, one text each
const ABOUT = /(^|[^a-z])(readme|licen[cs]e|copying|notice|sources?|changelog|citation)([^a-z]|$)/;

/** The role of a file by its name; rows without a hint are for training. */
export function roleOf(name: string): Role {
  const whole = name.toLowerCase();
  const bare = whole.replace(/\.gz$/, '');
  if (bare.startsWith('.')) return 'other';
  if (/(^|[^a-z])(classes|labels)\.txt$/.test(bare)) return 'classes';
  const isPackedAlone = bare !== whole && !bare.includes('.');
  const couldBeRows = ROWS.test(bare) || (LINES.test(bare) && !ABOUT.test(bare));
  return couldBeRows || isPackedAlone ? (partIn(bare) ?? 'train') : 'other';
}

/** Whether a file in an archive is worth unpacking: it may hold rows, or be a text of a class. */
export function couldBeData(name: string): boolean {
  return roleOf(name) !== 'other' || isTextName(name);
}

/** Puts files in their places; others are left out unless there is nothing else, and so are those that somebody names. */
export function sortFiles(all: readonly File[], leaveOut: readonly string[] = []): Roles {
  const wanted = all.filter((file) => !leaveOut.includes(pathOf(file)));
  const toKeep = wanted.filter((file) => !isSubmission(file));
  const files = toKeep.some((file) => roleOf(file.name) !== 'other') ? toKeep : wanted;
  if (files.length === 0) throw fail('bad-file', 'files.none', {});
  const hasRows = files.some((file) => isRows(file));
  const folders = new ClassFolders(files.filter(({ name }) => isTextName(name)));
  const isClassText = (file: File) => isTextName(file.name) && folders.isOfClass(file);
  const ofClasses = hasRows ? [] : files.filter(isClassText);
  const byFolder = new Set(ofClasses.map(labelOf)).size > 1;
  const texts = byFolder || hasRows ? ofClasses : files.filter((file) => isPage(file));
  const areTexts = texts.length > 0;
  const data = areTexts ? texts : files.filter((file) => !hasRows || isRows(file) || !isNote(file));
  const above = (file: File) => folders.partAbove(file) ?? 'train';
  const byRole = (role: Role) =>
    data.filter((file) => (areTexts ? above(file) : roleIn(file, above(file))) === role);
  const roles = {
    classes: byRole('classes').at(0) ?? null,
    train: byRole('train'),
    validation: byRole('validation'),
    test: byRole('test'),
    areTexts,
    byFolder,
    others: [] as File[],
  };
  const used = new Set([roles.classes, ...rowFiles(roles)]);
  roles.others = all.filter((file) => !used.has(file) && !isBesides(file));
  if (roles.classes || rowFiles(roles).length > 0) return roles;
  if (files.length === 1) throw fail('bad-file', 'file.unknown', { file: files[0].name });
  throw fail('bad-file', 'files.none', {});
}

/** The files that hold rows, in the order in which they are read. */
export function rowFiles({ train, validation, test }: Roles): File[] {
  return [...train, ...validation, ...test];
}

/** Whether a file is a saved web page by its name. */
export function isPageName(name: string): boolean {
  return PAGE.test(name.toLowerCase().replace(/\.gz$/, ''));
}

/** The label of a text that lies in its class's folder. */
export function labelOf(file: File): string {
  return foldersOf(file).at(-1) ?? '';
}

/** Whether a folder is that of a split rather than of a class or of a dataset. */
export function isSplitFolder(folder: string): boolean {
  return partOfFolder(folder) !== null;
}

function isTextName(name: string): boolean {
  const bare = name.toLowerCase();
  const isText = /^[^.]+$|\.txt$/.test(bare) || isPageName(name);
  return isText && !ABOUT.test(bare) && roleOf(name) !== 'classes';
}

/** What a contest wants handed in has answers to be replaced, and no texts. */
function isSubmission({ name }: File): boolean {
  return ROWS.test(name.toLowerCase()) && /submission/i.test(name);
}

/** Whether a file is the system's own, or belongs to a saved page. */
function isBesides(file: File): boolean {
  return file.name.startsWith('.') || isBesidePage(file);
}

function isPage(file: File): boolean {
  return isPageName(file.name) && !isBesidePage(file);
}

/** The role of a file by its name, or by the folders above it. */
function roleIn({ name }: File, above: Home): Role {
  const role = roleOf(name);
  return role === 'train' && partIn(name.toLowerCase()) === null ? above : role;
}

function isRows({ name }: File): boolean {
  return ROWS.test(name.toLowerCase().replace(/\.gz$/, ''));
}

/** Whether a file beside files of rows is most likely about them: lines of which no name says otherwise. */
function isNote({ name }: File): boolean {
  const bare = name.toLowerCase().replace(/\.gz$/, '');
  const isPackedAlone = bare !== name.toLowerCase() && !bare.includes('.');
  return LINES.test(bare) && !isPackedAlone && roleOf(name) !== 'classes' && partIn(bare) === null;
}
