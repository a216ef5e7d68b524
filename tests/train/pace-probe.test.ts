// The probe of a training's pace, on a model that takes a known time of the test's own clock.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/models/model';
import { createPlainBackend } from '../../src/nn/plain';
import { batchesOf } from '../../src/train/begin';
import { measurePace } from '../../src/train/pace-probe';
import { randomExamples } from '../nn/random-examples';
import { fitTask, type TaskChanges } from './task';

const examples = randomExamples({ rows: 500, tableRows: 50, classes: 2, mostFeatures: 60 });
const WORD_MS = 0.5; // of a step, for each word of its rows' length
const ANSWER_MS = 0.25; // a row
const FIRST_MS = 40; // of the first step of each length, on top

/** A model of words on a clock; its first step of a length takes longer. */
function clocked(changes: TaskChanges = {}) {
  const task = fitTask(createPlainBackend(), examples, changes);
  let nowMs = 0;
  const lengths = new Set<number>();
  const slow: Partial<Model> = {
    reads: 'words',
    step: (_, { length }) => {
      nowMs += WORD_MS * length + (lengths.has(length) ? 0 : FIRST_MS);
      lengths.add(length);
    },
    predict: (_, rows) => {
      nowMs += ANSWER_MS * rows.length;
      return Promise.resolve(new Float32Array(2 * rows.length));
    },
  };
  const model = Object.assign(Object.create(task.model) as Model, slow);
  const probe = (seconds: number) => measurePace({ ...task, model }, seconds, () => nowMs);
  return { task: { ...task, model }, lengths, probe, now: () => nowMs };
}

/** What an epoch of the task takes. */
function epochMsOf({ task }: ReturnType<typeof clocked>): number {
  const batches = batchesOf(task);
  let words = 0;
  batches.begin(1);
  for (let batch = batches.take(); batch; batch = batches.take()) words += batch.length;
  return WORD_MS * words;
}

describe('pace probe', () => {
  it('weighs what each length takes by how often it comes, and counts the validation', async () => {
    const setting = clocked({ settings: { epochs: 3 } });
    const { rowsPerSecond, stepMs, seconds } = await setting.probe(5);
    const epochMs = epochMsOf(setting);
    expect(setting.lengths.size).toBe(8);
    expect(stepMs).toBeCloseTo(epochMs / 25, 6);
    expect(rowsPerSecond).toBeCloseTo((1000 * 400) / epochMs, 6);
    expect(seconds).toBeCloseTo((3 * (epochMs + 100 * ANSWER_MS)) / 1000, 6);
    expect(setting.now()).toBeLessThan(5200);
  });

  it('keeps to its time, and takes the lengths that it did not come to from those next to them', async () => {
    const setting = clocked();
    const { stepMs } = await setting.probe(0.15);
    expect(setting.now()).toBeLessThan(300);
    expect(setting.lengths.size).toBeLessThan(8);
    expect(stepMs / (epochMsOf(setting) / 25)).toBeGreaterThan(0.9);
    expect(stepMs / (epochMsOf(setting) / 25)).toBeLessThan(4); // the first steps count where there was no time for others
  });

  it('counts a refit on all rows for every epoch', async () => {
    const setting = clocked({ settings: { refit: true } });
    const { seconds } = await setting.probe(5);
    const epochMs = epochMsOf(setting);
    expect(seconds).toBeCloseTo((4 * (epochMs + 100 * ANSWER_MS + 1.25 * epochMs)) / 1000, 6);
  });

  it('measures a model of features', async () => {
    const task = fitTask(createPlainBackend(), examples);
    const { rowsPerSecond, stepMs, seconds } = await measurePace(task, 0.2);
    expect(stepMs).toBeGreaterThan(0);
    expect(rowsPerSecond).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThan((4 * 25 * stepMs) / 1000);
  });
});
