// Which part of a dataset a file is, by its name.
import { fail } from '../core/errors';

/** What a file is for. */
export type Role = 'train' | 'validation' | 'test' | 'classes' | 'other';

/** The files of a dataset, each in its place. */
export interface Roles {
  classes: File | null;
  train: File[]; // those for validation last: validation rows are drawn from train
  test: File[];
}

const ROWS = /\.(csv|tsv|tab|json|jsonl|ndjson)$/;
const LINES = /\.(txt|label|ft)$/; // rows, or anything else that people write down
const ABOUT = /(^|[^a-z])(readme|licen[cs]e|copying|notice|sources?|changelog|citation)([^a-z]|$)/;

/** The role of a file by its name; rows without a hint are for training. */
export function roleOf(name: string): Role {
  const whole = name.toLowerCase();
  const bare = whole.replace(/\.gz$/, '');
  if (bare.startsWith('.')) return 'other';
  if (/(^|[^a-z])(classes|labels)\.txt$/.test(bare)) return 'classes';
  const isPackedAlone = bare !== whole && !bare.includes('.');
  const couldBeRows = ROWS.test(bare) || (LINES.test(bare) && !ABOUT.test(bare));
  return couldBeRows || isPackedAlone ? (splitIn(bare) ?? 'train') : 'other';
}

/** Puts files in their places; others are left out unless there is nothing else. */
export function sortFiles(files: readonly File[]): Roles {
  if (files.length === 0) throw fail('bad-file', 'files.none', {});
  const hasRows = files.some((file) => isRows(file));
  const data = files.filter((file) => !hasRows || isRows(file) || !isNote(file));
  const byRole = (role: Role) => data.filter(({ name }) => roleOf(name) === role);
  const roles = {
    classes: byRole('classes').at(0) ?? null,
    train: [...byRole('train'), ...byRole('validation')],
    test: byRole('test'),
  };
  if (roles.classes || roles.train.length > 0 || roles.test.length > 0) return roles;
  if (files.length === 1) throw fail('bad-file', 'file.unknown', { file: files[0].name });
  throw fail('bad-file', 'files.none', {});
}

function splitIn(bare: string): 'train' | 'validation' | 'test' | null {
  const names = (words: string) => new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`).test(bare);
  if (names('test')) return 'test';
  if (names('valid|validation|val|dev')) return 'validation';
  return names('train|training') ? 'train' : null;
}

function isRows({ name }: File): boolean {
  return ROWS.test(name.toLowerCase().replace(/\.gz$/, ''));
}

/** Whether a file beside files of rows is most likely about them: lines of which no name says otherwise. */
function isNote({ name }: File): boolean {
  const bare = name.toLowerCase().replace(/\.gz$/, '');
  return LINES.test(bare) && roleOf(name) !== 'classes' && splitIn(bare) === null;
}
