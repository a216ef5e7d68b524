// Which classes a confusion matrix shows when there are more of them than anybody can look through.

/** The classes, in their order, that take part in most mistakes, given or answered: at most so many. */
export function mostConfused(confusion: readonly (readonly number[])[], most: number): number[] {
  const all = [...confusion.keys()];
  if (all.length <= most) return all;
  const mistakes = all.map(() => 0);
  confusion.forEach((row, given) =>
    row.forEach((rows, answered) => {
      if (given === answered) return;
      mistakes[given] += rows;
      mistakes[answered] += rows;
    }),
  );
  return all
    .sort((a, b) => mistakes[b] - mistakes[a] || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}
