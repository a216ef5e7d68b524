// Two kept runs compared row by row, over a real store.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Run, SavedModel } from '../../src/core/run';
import type { Store } from '../../src/store/db';
import { putRun } from '../../src/store/runs';
import { compareRuns } from '../../src/workers/comparing';
import { freshStore, modelOf } from '../store/samples';
import { aRun } from '../ui/a-run';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

/** Keeps a run that answered some rows. */
async function keep(
  number: number,
  answers: { rows: number[]; given: number[]; predicted: number[] },
  change: Partial<Run> = {},
): Promise<void> {
  const id = String(number);
  const model: SavedModel = {
    ...modelOf(id),
    testRows: Uint32Array.from(answers.rows),
    testGiven: Uint16Array.from(answers.given),
    testPredicted: Uint16Array.from(answers.predicted),
  };
  await putRun(store, aRun({ id, number, ...change }), model);
}

const ANSWERS = { rows: [2, 3, 5, 8], given: [0, 1, 1, 0], predicted: [0, 1, 0, 0] };

describe('comparing two runs', () => {
  it('counts on the rows that both answered', async () => {
    await keep(1, ANSWERS);
    await keep(2, { rows: [1, 3, 5, 8], given: [0, 1, 1, 0], predicted: [0, 0, 1, 1] });
    const found = await compareRuns('1', '2');
    expect(found).toMatchObject({ rows: 3, onlyA: 2, onlyB: 1 });
    expect(found.accuracyA).toBeCloseTo(2 / 3, 12);
    expect(found.accuracyB).toBeCloseTo(1 / 3, 12);
    expect(found.difference).toBeCloseTo(1 / 3, 12);
    expect(found.interval[0]).toBeLessThan(0);
    expect(found.interval[1]).toBeGreaterThan(1 / 3);
  });

  it('says that a run was not tested', async () => {
    await keep(1, ANSWERS);
    await keep(7, ANSWERS, { test: null, testLook: null });
    await expect(compareRuns('1', '7')).rejects.toThrow('compare.untested {"run":7}');
  });

  it('says that labels were changed between the two tests', async () => {
    await keep(1, ANSWERS);
    await keep(2, { ...ANSWERS, given: [0, 1, 1, 1] });
    await expect(compareRuns('1', '2')).rejects.toThrow(
      'compare.labels {"run":1,"other":2,"rows":1}',
    );
  });

  it.each<[string, typeof ANSWERS, Partial<Run>]>([
    ['of other datasets', ANSWERS, { datasetId: 'other' }],
    ['with no row in common', { ...ANSWERS, rows: [10, 11, 12, 13] }, {}],
    [
      'that answer another question',
      ANSWERS,
      { settings: { ...aRun().settings, target: { kind: 'one', first: '1', second: '' } } },
    ],
    [
      'of which one held rows of the training file out',
      ANSWERS,
      {
        prepared: {
          ...aRun().prepared,
          rows: { train: 900, validation: 100, test: 4, testIsHeldOut: true, near: 0 },
        },
      },
    ],
  ])('refuses runs %s', async (_name, answers, change) => {
    await keep(1, ANSWERS);
    await keep(2, answers, change);
    await expect(compareRuns('1', '2')).rejects.toThrow('compare.rows {"run":1,"other":2}');
  });
});
