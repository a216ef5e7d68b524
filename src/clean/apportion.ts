// Shares a number of rows out to classes, as seats are shared out to parties. Hamilton's method of the largest remainder,
// Balinski & Young (2001), "Fair Representation", 2nd ed., ch. 2.

/**
 * How many of `total` each gets by its size, whole numbers that differ from the exact share by less than one; none gets more
 * than `mosts` has for it, and what it cannot take goes to the others.
 */
export function apportion(
  total: number,
  sizes: readonly number[],
  mosts: readonly number[],
): number[] {
  const most = sum(mosts);
  if (total >= most) return [...mosts];
  const all = sum(sizes);
  const exact = sizes.map((size) => (total * size) / all);
  const given = exact.map((share, i) => Math.min(Math.floor(share), mosts[i]));
  const order = [...sizes.keys()].sort(
    (a, b) => (exact[b] % 1) - (exact[a] % 1) || sizes[b] - sizes[a] || a - b,
  );
  let left = total - sum(given);
  while (left > 0)
    for (const i of order) {
      if (left === 0 || given[i] === mosts[i]) continue;
      given[i]++;
      left--;
    }
  return given;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
