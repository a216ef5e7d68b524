// Which faults are worded before the page can be used, and which follow: the first place meets only some of them.
import type { FaultKey, Faults } from '../core/errors';

/** Faults of settings, trainings, rules, addresses and the like: their words are loaded behind the first ones. */
export type LaterFaultKey = Extract<
  FaultKey,
  `${'address' | 'archive' | 'columns' | 'json' | 'run' | 'parquet' | 'class' | 'config' | 'rule' | 'clean' | 'target' | 'compare' | 'rank' | 'start' | 'train' | 'gpu'}.${string}`
>;

/** All other faults. */
export type FirstFaultKey = Exclude<FaultKey, LaterFaultKey>;

/** A sentence for each of some faults. */
export type FaultWords<K extends FaultKey> = { [Key in K]: (values: Faults[Key]) => string };
