// A list read anew, without stirring what shows it.

/** The newer list, each item that says the same as before being the very object it was, so that nothing is drawn anew. */
export function keepSame<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  say: (item: T) => string,
): T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return after.map((item) => {
    const old = known.get(item.id);
    return old && say(old) === say(item) ? old : item;
  });
}
