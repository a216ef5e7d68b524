// What the recipe of cleaning was before: undo and redo over everything that changes it, wherever the change came from.
import type { CleanSettings } from '../core/settings';
import type { Settings } from './settings.svelte';

const MOST_STEPS = 50;

/** The recipes before and after the one in use. */
export class RecipeHistory {
  past = $state.raw<CleanSettings[]>([]); // oldest first
  future = $state.raw<CleanSettings[]>([]); // the next one last
  #now: CleanSettings | null = null;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Takes note of the recipe as it is; another one than before is a step that can be undone. */
  follow(clean: CleanSettings): void {
    const before = this.#now;
    this.#now = clean;
    if (!before || isSame(before, clean)) return;
    this.past = [...this.past, before].slice(-MOST_STEPS);
    this.future = [];
  }

  /** Goes back a step. */
  undo(): void {
    this.#step(this.past, (rest, left) => {
      this.past = rest;
      this.future = [...this.future, left];
    });
  }

  /** Takes the last undone step again. */
  redo(): void {
    this.#step(this.future, (rest, left) => {
      this.future = rest;
      this.past = [...this.past, left];
    });
  }

  #step(
    from: readonly CleanSettings[],
    moved: (rest: CleanSettings[], left: CleanSettings) => void,
  ): void {
    const next = from.at(-1);
    if (!next || !this.#now) return;
    moved(from.slice(0, -1), this.#now);
    this.#now = next;
    this.#settings.changeClean(next);
  }
}

function isSame(a: CleanSettings, b: CleanSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
