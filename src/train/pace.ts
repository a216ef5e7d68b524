// Keeps training polite: messages are answered at least every 30 ms, and the device is never more than 4 steps or about
// 200 ms behind, so that stop, pause and time left stay exact. Nothing here depends on animation frames: a hidden tab trains on.

const YIELD_MS = 30;
const GROUPS = 4; // groups of steps under way at once
const GROUP_MS = 40;
const MOST_STEPS = 64; // in a group

/** Lets waiting messages in; unlike timers, a message to oneself is not slowed down in the background. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Holds the loop back to the device's own speed. */
export class Pace {
  private readonly done: () => Promise<void>;
  private readonly underWay: { done: Promise<void>; steps: number }[] = [];
  private groupSteps = 1; // grows until a group takes GROUP_MS
  private steps = 0; // in the group that is being filled
  private readonly now: () => number;
  private lastYield: number;
  private lastDone: number;

  /** `done` gives a promise that ends when the device has done everything handed over so far; `now` is a clock in ms. */
  constructor(done: () => Promise<void>, now = () => performance.now()) {
    this.done = done;
    this.now = now;
    this.lastYield = now();
    this.lastDone = now();
  }

  /** To be awaited after each step. */
  async afterStep(): Promise<void> {
    this.steps++;
    if (this.steps >= this.groupSteps) {
      // A lost device rejects here too; the loop learns of it from check().
      const done = this.done().catch(() => undefined);
      this.underWay.push({ done, steps: this.steps });
      this.steps = 0;
    }
    if (this.underWay.length >= GROUPS) await this.waitForOldest();
    if (this.now() - this.lastYield < YIELD_MS) return;
    await nextTask();
    this.lastYield = this.now();
  }

  private async waitForOldest(): Promise<void> {
    const group = this.underWay.shift();
    if (!group) return;
    await group.done;
    const now = this.now();
    const stepMs = (now - this.lastDone) / group.steps;
    this.lastDone = now;
    this.groupSteps = Math.max(1, Math.min(MOST_STEPS, Math.floor(GROUP_MS / stepMs)));
  }
}
