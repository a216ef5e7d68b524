// How long a training would take on this very device: a few seconds of it, on real batches of each length.
import type { Expectation } from '../core/run';
import type { Batch } from '../models/model';
import { batchesOf, beginWeights } from './begin';
import { nextTask } from './pace';
import { takeStep } from './step';
import type { Learning, TrainTask } from './task';

/** What is measured: a training without its hooks. */
export type ProbeTask = Learning & Pick<TrainTask, 'validation'>;

/** Batches of one length in an epoch, and what a step of them takes. */
interface Bucket {
  length: number;
  batches: Batch[];
  stepMs: number | null; // null = not measured: there was no time
}

const GROUP_MS = 50; // steps that are waited for together take about so long
const MOST_STEPS = 64; // in a group
const ANSWER_SHARE = 0.15; // of the time, for predictions
const FEW_ROWS = 64; // answered first
const MOST_ROWS = 2048; // answered at once, as in a validation

/** Trains for at most about so many seconds; the model's weights are of no use afterwards. `now` is a clock in ms. */
export async function measurePace(
  task: ProbeTask,
  seconds: number,
  now = () => performance.now(),
): Promise<Expectation> {
  const end = now() + 1000 * seconds;
  const buckets = bucketsOf(task);
  const clock = new ProbeClock(task, now);
  await beginWeights(task);
  const answerMs = task.validation.length > 0 ? await clock.timeAnswers(task.validation, end) : 0;
  const begin = now();
  for (const [i, bucket] of buckets.entries()) {
    if (i > 0 && now() > end) break;
    const until = begin + ((end - begin) * (i + 1)) / buckets.length;
    bucket.stepMs = await clock.timeSteps(bucket.batches, until);
  }
  const batches = buckets.reduce((sum, bucket) => sum + bucket.batches.length, 0);
  const epochMs = buckets.reduce((sum, b) => sum + b.batches.length * stepMsOf(b, buckets), 0);
  return {
    rowsPerSecond: (1000 * task.rows.length) / epochMs,
    stepMs: epochMs / batches,
    seconds: wholeMs(task, epochMs, answerMs) / 1000,
  };
}

/** The first epoch's batches by length, most of the work first. */
function bucketsOf(task: Learning): Bucket[] {
  const batches = batchesOf(task);
  const byLength = new Map<number, Bucket>();
  batches.begin(1);
  for (let batch = batches.take(); batch; batch = batches.take()) {
    const { length } = batch;
    const bucket = byLength.get(length) ?? { length, batches: [], stepMs: null };
    byLength.set(length, bucket);
    bucket.batches.push(batch);
  }
  const workOf = (bucket: Bucket) => bucket.batches.length * bucket.length;
  return [...byLength.values()].sort((a, b) => workOf(b) - workOf(a));
}

/** A length that there was no time for takes what the measured one next to it in length takes for as many words. */
function stepMsOf({ length, stepMs }: Bucket, buckets: Bucket[]): number {
  if (stepMs !== null) return stepMs;
  const distance = (other: Bucket) => Math.abs(other.length - length);
  const measured = buckets.filter((other) => other.stepMs !== null);
  const nearest = measured.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return ((nearest.stepMs ?? 0) * length) / nearest.length;
}

/** All epochs with their validations, and a refit at its longest. */
function wholeMs({ rows, validation, settings }: ProbeTask, epochMs: number, answerMs: number) {
  const isRefitted = settings.refit && validation.length > 0;
  const refitMs = isRefitted ? epochMs * (1 + validation.length / rows.length) : 0;
  return settings.epochs * (epochMs + validation.length * answerMs + refitMs);
}

/** Takes the time of steps, going on counting them, and of answers. */
class ProbeClock {
  private readonly task: Learning;
  private readonly now: () => number;
  private step = 0;

  constructor(task: Learning, now: () => number) {
    this.task = task;
    this.now = now;
  }

  /** Milliseconds of a step of these batches, over and over until a time: the mean of all but the first one. */
  async timeSteps(batches: Batch[], until: number): Promise<number> {
    const first = await this.run(batches, 0, 1); // kernels are made on first use
    let steps = 0;
    let ms = 0;
    while (this.now() + (steps > 0 ? ms / steps : 0) < until) {
      const fitting = ms > 0 ? Math.floor((GROUP_MS * steps) / ms) : 1;
      const group = Math.max(1, Math.min(MOST_STEPS, fitting));
      ms += await this.run(batches, steps + 1, group);
      steps += group;
      await nextTask();
    }
    return steps > 0 ? ms / steps : first;
  }

  /** Milliseconds of an answer to one row, from a share of the time that is left. */
  async timeAnswers(rows: Uint32Array<ArrayBuffer>, end: number): Promise<number> {
    const until = this.now() + ANSWER_SHARE * (end - this.now());
    const few = rows.slice(0, FEW_ROWS);
    await this.answer(few);
    const fewMs = await this.answer(few);
    const fitting = Math.min(MOST_ROWS, Math.floor((until - this.now()) / fewMs));
    await nextTask();
    return fitting > few.length ? this.answer(rows.slice(0, fitting)) : fewMs;
  }

  /** Milliseconds a row. */
  private async answer(rows: Uint32Array<ArrayBuffer>): Promise<number> {
    const start = this.now();
    await this.task.model.predict(this.task.examples, rows);
    return (this.now() - start) / rows.length;
  }

  /** Milliseconds of so many steps, waited for. */
  private async run(batches: Batch[], from: number, count: number): Promise<number> {
    const { backend, settings } = this.task;
    const learningRate = settings.learningRate / 100; // nothing may go astray while only time counts
    const start = this.now();
    for (let i = 0; i < count; i++) {
      backend.check(this.step);
      const batch = batches[(from + i) % batches.length];
      takeStep(this.task, batch, { step: ++this.step, learningRate });
    }
    await backend.done();
    return this.now() - start;
  }
}
