// The pace of the loop against devices of different speeds, on a clock of the test's own.
import { describe, expect, it } from 'vitest';
import { Pace, nextTask } from '../../src/train/pace';

/** A device that needs `stepMs` for each step, and the clock by which it works; handing a step over takes 0.1 ms. */
function makeDevice(stepMs: number) {
  let nowMs = 0;
  let freeAt = 0;
  const ends: number[] = []; // when each step is done
  const most = { steps: 0, ms: 0 }; // how far the device was behind
  const step = () => {
    nowMs += 0.1;
    freeAt = Math.max(freeAt, nowMs) + stepMs;
    ends.push(freeAt);
    most.steps = Math.max(most.steps, ends.filter((end) => end > nowMs).length);
    most.ms = Math.max(most.ms, freeAt - nowMs);
  };
  const done = () => {
    const at = freeAt;
    const waiting: PromiseLike<void> = {
      then: (resolve) => {
        nowMs = Math.max(nowMs, at);
        return Promise.resolve().then(resolve);
      },
    };
    return Object.assign(waiting, { catch: () => waiting }) as Promise<void>;
  };
  return { most, step, done, now: () => nowMs };
}

describe('pace', () => {
  it.each([60, 300])(
    'never lets a device of %i ms a step fall more than 4 behind',
    async (stepMs) => {
      const { most, step, done, now } = makeDevice(stepMs);
      const pace = new Pace(done, now);
      for (let i = 0; i < 40; i++) {
        step();
        await pace.afterStep();
      }
      expect(most.steps).toBeLessThanOrEqual(4);
    },
  );

  it.each([1, 5])(
    'keeps a device of %i ms a step busy, but not for more than 200 ms',
    async (stepMs) => {
      const { most, step, done, now } = makeDevice(stepMs);
      const pace = new Pace(done, now);
      for (let i = 0; i < 1000; i++) {
        step();
        await pace.afterStep();
      }
      expect(most.steps).toBeGreaterThan(4);
      expect(most.ms).toBeLessThanOrEqual(200);
      expect(now()).toBeGreaterThan(1000 * stepMs - 200);
      expect(now()).toBeLessThan(1010 * stepMs + 10); // the device was hardly ever idle
    },
  );

  it('lets waiting messages in at least every 50 ms', async () => {
    let nowMs = 0;
    let heardMs = 0;
    let longestMs = 0;
    let isRunning = true;
    const listen = async () => {
      while (isRunning) {
        await nextTask();
        longestMs = Math.max(longestMs, nowMs - heardMs);
        heardMs = nowMs;
      }
    };
    const listening = listen();
    const pace = new Pace(
      () => Promise.resolve(),
      () => nowMs,
    );
    for (let i = 0; i < 100; i++) {
      nowMs += 5; // a step's work on the processor
      await pace.afterStep();
    }
    isRunning = false;
    await listening;
    expect(longestMs).toBeLessThanOrEqual(50);
  });
});
