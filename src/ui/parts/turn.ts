// The large parts of a place are drawn one after another, each in a task of its own, so that none holds up the page for long.

let last = Promise.resolve();

/** Waits until every part that asked before has been drawn. */
export function myTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}
