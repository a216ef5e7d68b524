// Pause, resume and stop of the one training under way.

/** What the page's buttons say to the loop. */
export class Control {
  isStopped = false;
  #pause: PromiseWithResolvers<void> | null = null;

  /** A promise that ends with the pause, while there is one. */
  get pauseUnderWay(): Promise<void> | null {
    return this.#pause?.promise ?? null;
  }

  /** Asks the loop to wait after the step under way. */
  pause(): void {
    this.#pause ??= Promise.withResolvers<void>();
  }

  /** Lets the loop go on. */
  resume(): void {
    this.#pause?.resolve();
    this.#pause = null;
  }

  /** Asks the loop to end after the step under way. */
  stop(): void {
    this.isStopped = true;
    this.resume();
  }
}
