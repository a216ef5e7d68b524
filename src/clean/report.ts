// The account of a whole cleaning: counts and examples of every rule, from the accounts of its chunks.
import type { CleanSettings } from '../core/settings';
import {
  RULES,
  type CleanExample,
  type CleanReport,
  type OwnReport,
  type RuleReport,
  type Split,
} from '../core/types';
import { drawOf, keepLowest, type Candidate } from './account';
import type { ChunkAccount } from './clean';
import { DROP_RULES, type DropRule, type Drops, type Prints } from './duplicates';
import { FINGERPRINT_WORDS } from './fingerprint';
import { markChanges } from './marks';
import type { CountedRule } from './rules';

/** A row of a part. */
export interface RowPlace {
  split: Split;
  row: number;
}

/** Puts the chunks' fingerprints together, in the order of the rows. */
export function gatherPrints(chunks: readonly ChunkAccount[]): Prints {
  const gather = (split: Split) => {
    const own = chunks.filter((chunk) => chunk.split === split);
    const rows = own.reduce((sum, chunk) => sum + chunk.rows, 0);
    const prints = new Uint32Array(rows * FINGERPRINT_WORDS);
    const missing = new Uint8Array(rows);
    for (const chunk of own) {
      prints.set(chunk.prints, chunk.rowStart * FINGERPRINT_WORDS);
      missing.set(chunk.missing, chunk.rowStart);
    }
    return { prints, missing };
  };
  const [train, test] = [gather('train'), gather('test')];
  const missing = { train: train.missing, test: test.missing };
  return { train: train.prints, test: test.prints, missing };
}

/** The rows that stand as examples of each dropping rule. */
function dropExamples({ matches }: Drops): Record<DropRule, RowPlace[]> {
  const choose = (rule: DropRule) => {
    const kept: (RowPlace & { draw: number })[] = [];
    for (const split of ['train', 'test'] as const)
      for (const row of matches[rule][split])
        keepLowest(kept, { split, row, draw: drawOf(split, row) });
    return kept;
  };
  return {
    missing: choose('missing'),
    empty: choose('empty'),
    duplicates: choose('duplicates'),
    leaks: choose('leaks'),
  };
}

/** What a report is made from. */
export interface ReportSources {
  settings: CleanSettings;
  chunks: readonly ChunkAccount[];
  drops: Drops;
  readText: (place: RowPlace) => Promise<string>; // a row's cleaned text
}

/** Makes the report. */
export async function makeReport({
  settings,
  chunks,
  drops,
  readText,
}: ReportSources): Promise<CleanReport> {
  const places = dropExamples(drops);
  const rules = RULES.map(async (rule): Promise<RuleReport> => {
    const isOn = settings.rules[rule];
    if (!isDropRule(rule) || (rule === 'missing' && settings.missing.how !== 'drop'))
      return { rule, isOn, ...countsOf(chunks, rule), examples: examplesOf(chunks, rule) };
    const { train, test } = drops.matches[rule];
    const examples = await Promise.all(
      places[rule].map(async ({ split, row }): Promise<CleanExample> => {
        const text = await readText({ split, row });
        return { split, row, marks: text === '' ? [] : [{ kind: 'deleted', text }] };
      }),
    );
    return { rule, isOn, train: train.length, test: test.length, examples };
  });
  const own = settings.own.map((_, i): OwnReport => {
    const rule = `own ${i}` as const;
    return { ...countsOf(chunks, rule), examples: examplesOf(chunks, rule) };
  });
  const read = { train: rowsOf(chunks, 'train'), test: rowsOf(chunks, 'test') };
  const kept = {
    train: drops.dropped.reduce((sum, mark) => sum + (mark === 0 ? 1 : 0), 0),
    test: read.test,
  };
  return { rules: await Promise.all(rules), own, read, kept };
}

function isDropRule(rule: CountedRule | DropRule): rule is DropRule {
  return (DROP_RULES as readonly string[]).includes(rule);
}

function rowsOf(chunks: readonly ChunkAccount[], split: Split): number {
  return chunks.reduce((sum, chunk) => sum + (chunk.split === split ? chunk.rows : 0), 0);
}

function countsOf(chunks: readonly ChunkAccount[], rule: CountedRule): Record<Split, number> {
  const counts = { train: 0, test: 0 };
  for (const chunk of chunks) counts[chunk.split] += chunk.changed[rule] ?? 0;
  return counts;
}

function examplesOf(chunks: readonly ChunkAccount[], rule: CountedRule): CleanExample[] {
  const kept: Candidate[] = [];
  for (const { candidates } of chunks)
    for (const candidate of candidates) if (candidate.rule === rule) keepLowest(kept, candidate);
  return examplesFrom(kept);
}

/** Candidates with the marks of what was done to them. */
export function examplesFrom(kept: readonly Candidate[]): CleanExample[] {
  return kept.map(({ split, row, before, after }) => ({
    split,
    row,
    marks: markChanges(before, after),
  }));
}
