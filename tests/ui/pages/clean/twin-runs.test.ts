import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../src/core/run';
import { DEFAULT_SETTINGS } from '../../../../src/state/settings.svelte';
import { twinRuns } from '../../../../src/ui/pages/clean/twin-runs';

interface Made {
  number: number;
  agencies: boolean;
  accuracy: number;
  seed?: number;
  status?: Run['status'];
  isTested?: boolean;
}

function run({ number, agencies, accuracy, seed = 1, status = 'finished', isTested = true }: Made) {
  const settings = structuredClone(DEFAULT_SETTINGS);
  settings.clean.rules.agencies = agencies;
  settings.train.seed = seed;
  return {
    number,
    datasetId: 'a',
    status,
    settings,
    device: { tier: 'wasm' },
    validation: { accuracy: accuracy + 0.01, loss: 0.2, rows: 100 },
    test: isTested ? { accuracy, rows: 200 } : null,
  } as Run;
}

describe('two runs that differ in one rule', () => {
  it('are found with their test accuracies', () => {
    const runs = [
      run({ number: 2, agencies: true, accuracy: 0.914 }),
      run({ number: 1, agencies: false, accuracy: 0.921 }),
    ];
    const found = twinRuns(runs, 'a', 'agencies');
    expect(found?.accuracy).toEqual({ on: 0.914, off: 0.921 });
    expect(found?.judgedOn).toBe('test');
    expect(found?.rows).toBe(200);
    expect([found?.on.number, found?.off.number]).toEqual([2, 1]);
  });

  it('are the newest where there are several', () => {
    const runs = [
      run({ number: 3, agencies: false, accuracy: 0.92 }),
      run({ number: 2, agencies: true, accuracy: 0.91 }),
      run({ number: 1, agencies: false, accuracy: 0.9 }),
    ];
    expect(twinRuns(runs, 'a', 'agencies')?.off.number).toBe(3);
  });

  it('are compared on validation where one was not tested', () => {
    const runs = [
      run({ number: 2, agencies: true, accuracy: 0.9, isTested: false }),
      run({ number: 1, agencies: false, accuracy: 0.92 }),
    ];
    expect(twinRuns(runs, 'a', 'agencies')?.judgedOn).toBe('validation');
  });

  it('are not found where another setting, the dataset or the end differs', () => {
    const off = run({ number: 1, agencies: false, accuracy: 0.92 });
    const others = [
      run({ number: 2, agencies: true, accuracy: 0.9, seed: 2 }),
      run({ number: 2, agencies: true, accuracy: 0.9, status: 'stopped' }),
      { ...run({ number: 2, agencies: true, accuracy: 0.9 }), datasetId: 'b' },
    ];
    for (const other of others) expect(twinRuns([other, off], 'a', 'agencies')).toBeNull();
  });
});
