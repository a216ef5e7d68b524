// Which part of a dataset a file is, by its name; and whether its first bytes are text at all.
import { fail } from '../core/errors';
import { Utf8Check } from './utf8';

/** What a file is for. */
export type Role = 'train' | 'test' | 'classes' | 'other';

/** The files of a dataset, each in its place. */
export interface Roles {
  classes: File | null;
  train: File[];
  test: File[];
}

/** The role of a file by its name; rows without a hint are for training. */
export function roleOf(name: string): Role {
  const bare = name.toLowerCase().replace(/\.gz$/, '');
  if (bare.startsWith('.')) return 'other';
  if (/(^|[^a-z])(classes|labels)\.txt$/.test(bare)) return 'classes';
  const isPlain = bare.endsWith('.csv');
  const isPackedAlone = bare !== name.toLowerCase() && !bare.includes('.');
  if (!isPlain && !isPackedAlone) return 'other';
  return /(^|[^a-z])test([^a-z]|$)/.test(bare) ? 'test' : 'train';
}

/** Puts files in their places; others are left out unless there is nothing else. */
export function sortFiles(files: readonly File[]): Roles {
  if (files.length === 0) throw fail('bad-file', 'files.none', {});
  const byRole = (role: Role) => files.filter(({ name }) => roleOf(name) === role);
  const roles = {
    classes: byRole('classes')[0] ?? null,
    train: byRole('train'),
    test: byRole('test'),
  };
  if (roles.classes || roles.train.length > 0 || roles.test.length > 0) return roles;
  if (files.length === 1) throw fail('bad-file', 'file.unknown', { file: files[0].name });
  throw fail('bad-file', 'files.none', {});
}

/** Throws if a file's first bytes are no text in UTF-8: a known mark, or control bytes beside malformed text. */
export function checkOpening(head: Uint8Array, file: string): void {
  if (head.length === 0) throw fail('bad-file', 'file.empty', { file });
  const mark = (head[0] << 8) | head[1];
  if (mark === 0xfffe || mark === 0xfeff) throw fail('bad-file', 'file.encoding', { file, at: 0 });
  try {
    new Utf8Check(file).push(head);
  } catch (error) {
    const at = head.findIndex((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
    throw at < 0 ? error : fail('bad-file', 'file.binary', { file, at }, error);
  }
}
