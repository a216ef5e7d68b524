// A finished run as the train worker would keep it, for tests that need one.
import type { Run } from '../../src/core/run';
import type { Dataset } from '../../src/core/types';
import { scoresOf } from '../../src/evaluate/metrics';
import { DEFAULT_SETTINGS } from '../../src/state/settings.svelte';

const CLASSES = ['World', 'Sports', 'Business', 'Sci/Tech'];

/** The scores of a confusion matrix. */
export function scoresFrom(confusion: number[][], classes = CLASSES) {
  const given: number[] = [];
  const predicted: number[] = [];
  confusion.forEach((row, g) =>
    row.forEach((count, p) => {
      for (let i = 0; i < count; i++) {
        given.push(g);
        predicted.push(p);
      }
    }),
  );
  return scoresOf({ given, predicted, classes, trainCounts: classes.map(() => 1) });
}

/** Confusion of four classes with 90 % right; Business and Sci/Tech are taken for each other. */
export const BLURRED = [
  [90, 4, 3, 3],
  [2, 96, 1, 1],
  [3, 1, 86, 10],
  [3, 1, 8, 88],
];

/** A run with whatever a test cares about. */
export function aRun(change: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    number: 1,
    datasetId: 'news',
    datasetName: 'news',
    classes: CLASSES,
    createdAt: 0,
    status: 'finished',
    fault: null,
    settings: structuredClone(DEFAULT_SETTINGS),
    device: { tier: 'wasm', adapter: null, isSoftware: false, threads: 1, why: 'no-webgpu' },
    prepared: {
      key: 'key',
      cleanKey: 'clean',
      report: {
        rules: [],
        own: [],
        read: { train: 1000, test: 400 },
        kept: { train: 1000, test: 400 },
      },
      labelChanges: 0,
      rows: { train: 900, validation: 100, test: 400, testIsHeldOut: false, near: 0 },
      vocabulary: { words: 500, ngrams: 300, allWords: 900, unknownShare: 0.1 },
      lengths: { mean: 30, p95: 60, longest: 90, counts: new Uint32Array(), cutRows: 0 },
      sizeBytes: 1e5,
      seconds: { clean: 0, encode: 0 },
    },
    parameters: 12_868,
    steps: 16,
    epochs: [1, 2, 3, 4].map((epoch) => ({
      epoch,
      trainLoss: 1.4 / epoch,
      validationLoss: 1.5 / epoch,
      validationAccuracy: 0.5 + epoch / 10,
      seconds: epoch,
    })),
    curve: Array.from({ length: 16 }, (_, i) => ({ step: i + 1, loss: 1.4 - i / 20 })),
    bestEpoch: 4,
    refitted: false,
    stoppedEarly: false,
    reused: null,
    rowsPerSecond: 900,
    seconds: { train: 4, evaluate: 0.1 },
    validation: { accuracy: 0.9, loss: 0.375, rows: 100 },
    test: scoresFrom(BLURRED),
    testLook: 1,
    testLabelChanges: 0,
    ...change,
  };
}

/** The dataset of that run. */
export const A_DATASET = {
  id: 'news',
  name: 'news',
  classes: CLASSES.map((name, i) => ({ key: String(i + 1), name })),
  language: 'spaced',
  train: { rowCount: 1000, classCounts: [260, 250, 250, 240] },
  test: { rowCount: 400, classCounts: [100, 100, 100, 100] },
  labelChanges: 0,
  testLooks: 1,
} as unknown as Dataset;
