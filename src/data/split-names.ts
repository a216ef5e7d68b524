// The words by which a column tells which part a row belongs to.

/** Where the rows of a file go, unless a column says otherwise. */
export type Home = 'train' | 'validation' | 'test';

const NAMES: Record<Home, readonly string[]> = {
  train: ['train', 'training', 'trn', '训练', '训练集'],
  validation: ['validation', 'valid', 'val', 'dev', 'development', '验证', '验证集'],
  test: ['test', 'testing', 'tst', '测试', '测试集'],
};

const HOMES = new Map(
  (['train', 'validation', 'test'] as const).flatMap((home) =>
    NAMES[home].map((name) => [name, home] as const),
  ),
);

/** The part that a value names, in any case; null = none that is known. */
export function partNamed(value: string): Home | null {
  return HOMES.get(value.trim().toLowerCase()) ?? null;
}
