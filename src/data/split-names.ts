// The words by which a column tells which part a row belongs to, or a name which one a file is.

/** Where the rows of a file go, unless a column says otherwise. */
export type Home = 'train' | 'validation' | 'test';

const NAMES: Record<Home, readonly string[]> = {
  train: ['train', 'training', 'trn', '训练', '训练集'],
  validation: ['validation', 'valid', 'val', 'dev', 'development', 'publictest', '验证', '验证集'],
  test: ['test', 'testing', 'tst', 'privatetest', '测试', '测试集'],
}; // two tests are those of a contest: the one that was open while it went on, and the one that decided it

const HOMES = new Map(
  (['train', 'validation', 'test'] as const).flatMap((home) =>
    NAMES[home].map((name) => [name, home] as const),
  ),
);

/** The words that name a part, to be told. */
export const PART_WORDS = [...HOMES.keys()].join(', ');

/** The part that is named within a file's name in small letters; null = none. */
export function partIn(bare: string): Home | null {
  const names = (words: string) => new RegExp(`(^|[^a-z])(${words})([^a-z]|$)`).test(bare);
  if (names('test')) return 'test';
  if (names('valid|validation|val|dev')) return 'validation';
  return names('train|training') ? 'train' : null;
}

/** The part that a value names, in any case; null = none that is known. */
export function partNamed(value: string): Home | null {
  return HOMES.get(value.trim().toLowerCase()) ?? null;
}
