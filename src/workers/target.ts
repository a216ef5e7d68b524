// Turns the classes of a dataset into those that a run tells apart: all of them, one against the rest, or two.
import { fail } from '../core/errors';
import type { TargetSettings } from '../core/settings';
import { NO_LABEL, type Dataset } from '../core/types';
import type { Encoded, EncodedPart } from './encoded';

/** Encoded rows as a run sees them, and the names of what it tells apart. */
export interface Aimed {
  encoded: Encoded;
  classes: string[];
}

/**
 * Rows and classes of a target; rows of other classes are left out of all sets, and so are rows that lost their label
 * after they were divided.
 */
export function aim(encoded: Encoded, { classes }: Dataset, target: TargetSettings): Aimed {
  const names = classes.map(({ name }) => name);
  if (target.kind === 'all')
    return { encoded: relabelled(encoded, [...names.keys()]), classes: names };
  const first = indexOf(classes, target.first);
  if (target.kind === 'one') {
    const newLabel = names.map((_, k) => (k === first ? 1 : 0));
    return { encoded: relabelled(encoded, newLabel), classes: [`¬ ${names[first]}`, names[first]] };
  }
  const second = indexOf(classes, target.second);
  const newLabel = names.map((_, k) => (k === first ? 0 : k === second ? 1 : null));
  return { encoded: relabelled(encoded, newLabel), classes: [names[first], names[second]] };
}

function indexOf(classes: Dataset['classes'], key: string): number {
  const index = classes.findIndex((known) => known.key === key);
  if (index < 0) throw fail('bad-config', 'target.unknown', { found: key });
  return index;
}

function relabelled(encoded: Encoded, newLabel: readonly (number | null)[]): Encoded {
  const train = withLabels(encoded.train, newLabel);
  const test = encoded.test === encoded.train ? train : withLabels(encoded.test, newLabel);
  const { assignment } = encoded;
  const asked = (rows: Uint32Array<ArrayBuffer>, { labels }: EncodedPart) =>
    rows.filter((row) => labels[row] !== NO_LABEL);
  return {
    ...encoded,
    train,
    test,
    assignment: {
      ...assignment,
      train: asked(assignment.train, train),
      validation: asked(assignment.validation, train),
      test: asked(assignment.test, test),
    },
  };
}

function withLabels(part: EncodedPart, newLabel: readonly (number | null)[]): EncodedPart {
  return { ...part, labels: part.labels.map((label) => newLabel[label] ?? NO_LABEL) };
}
