// Rows joined into groups: a forest in which the root of each group is its first row.
// Tarjan & van Leeuwen (1984), "Worst-case Analysis of Set Union Algorithms", with path halving.

/** Groups of rows that only grow together. */
export class Unions {
  readonly #parents: Uint32Array<ArrayBuffer>;

  constructor(rows: number) {
    this.#parents = Uint32Array.from({ length: rows }, (_, row) => row);
  }

  /** The first row of a row's group. */
  first(row: number): number {
    const parents = this.#parents;
    let at = row;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Makes one group of the groups of two rows. */
  join(a: number, b: number): void {
    const [first, second] = [this.first(a), this.first(b)];
    if (first < second) this.#parents[second] = first;
    else this.#parents[first] = second;
  }

  /** The first row of every row's group. */
  firsts(): Uint32Array<ArrayBuffer> {
    return this.#parents.map((_, row) => this.first(row));
  }
}
