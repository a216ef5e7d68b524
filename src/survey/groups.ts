// Rows that stand together because their texts are equal, or nearly so.

/** Groups of at least two rows, by their first rows; rows of group g are rows[starts[g]] to rows[starts[g + 1]], ascending. */
export interface RowGroups {
  rows: Uint32Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>; // groups + 1
}

/** Gathers groups; `firsts` gives of each row the first row of its group. */
export function gatherGroups(firsts: Uint32Array): RowGroups {
  const sizes = new Uint32Array(firsts.length);
  for (const first of firsts) sizes[first]++;
  const placeOf = new Uint32Array(firsts.length); // of a group's next row, by its first
  const starts = [0];
  for (let row = 0, count = 0; row < sizes.length; row++) {
    if (sizes[row] < 2) continue;
    placeOf[row] = count;
    count += sizes[row];
    starts.push(count);
  }
  const rows = new Uint32Array(starts[starts.length - 1]);
  for (let row = 0; row < firsts.length; row++)
    if (sizes[firsts[row]] > 1) rows[placeOf[firsts[row]]++] = row;
  return { rows, starts: Uint32Array.from(starts) };
}

/** Keeps some groups. */
export function chooseGroups(
  { rows, starts }: RowGroups,
  isChosen: (rows: Uint32Array) => boolean,
): RowGroups {
  const chosen = new Uint32Array(rows.length);
  const kept = [0];
  for (let group = 0, count = 0; group + 1 < starts.length; group++) {
    const own = rows.subarray(starts[group], starts[group + 1]);
    if (!isChosen(own)) continue;
    chosen.set(own, count);
    count += own.length;
    kept.push(count);
  }
  return { rows: chosen.slice(0, kept[kept.length - 1]), starts: Uint32Array.from(kept) };
}

/** The group in which place i of `rows` lies. */
export function groupAt({ starts }: RowGroups, i: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= i) low = middle;
    else high = middle;
  }
  return low;
}
