// The greatest window of each filter in WGSL, written out for each width so that everything stands in registers: one thread has
// four filters and a tile of windows side by side, and goes through the tiles of its slice of a row.
// An embedding's four numbers are read once for all windows that hold their word, a filter's once for the whole tile: for width w
// and a tile of 8 they are 8 + w - 1 + 4 w loads of four numbers to 128 w multiply-adds, so neither workgroup memory nor barriers
// are needed. Neighbouring threads have the next four filters of the same row: they read the same words and adjacent weights.
// Sums go number by number, not by fours: a GPU does not mind, and a processor that plays one keeps four weights in registers.
// Bindings: plan, x (T * B, E / 4), packed (sum of widths, E, F / 4), tops (widths, B, S, F / 4, 2). Checked against plain.ts.
import { SLICES_WGSL, filtersWgsl, rowsBefore, type Widths } from './filters';

const PARTS = ['x', 'y', 'z', 'w'];

function lines(count: number, line: (j: number) => string): string {
  return Array.from({ length: count }, (_, j) => line(j)).join('\n');
}

/** Word k of the filters against the windows of a tile; reads the one word that the windows did not hold before. */
function wordOf(k: number, tile: number): string {
  const read = (j: number) =>
    `let x${j} = select(vec4f(0), x[at + ${j}u * step], first + ${j}u < words);`;
  const weights = lines(
    4,
    (e) => `let w${k}${e} = packed[w + (${k}u * embedding + ${e}u) * quads];`,
  );
  const product = (j: number, c: string) =>
    PARTS.map((part, e) => `x${j + k}.${part} * w${k}${e}.${c}`).join(' + ');
  const sums = PARTS.map((c) => lines(tile, (j) => `sum${j}${c} += ${product(j, c)};`)).join('\n');
  return `${k === 0 ? lines(tile, read) : read(tile - 1 + k)}\n${weights}\n${sums}`;
}

function greatestOf(width: number, before: number, tile: number): string {
  const compare = (j: number) => `if (first + ${j}u < windows) {
      let sum = vec4f(${PARTS.map((c) => `sum${j}${c}`).join(', ')});
      place = select(place, vec4f(f32(first + ${j}u)), sum > top);
      top = max(top, sum);
    }`;
  return /* wgsl */ `
fn greatest${width}(row: u32, slice: u32, quad: u32, out: u32) {
  let words = words_of(row);
  let windows = max(words, ${width}u) - ${width - 1}u;
  let step = batch * quarter;
  var top = vec4f(-3.4e38);
  var place = vec4f(0);
  for (var first = slice * tile; first < windows; first += slice_count() * tile) {
    ${lines(tile, (j) => PARTS.map((c) => `var sum${j}${c} = 0.0;`).join(' '))}
    var at = first * step + row * quarter;
    let end = at + quarter;
    var w = ${before}u * embedding * quads + quad;
    for (; at < end; at++) {
      ${lines(width, (k) => wordOf(k, tile))}
      w += 4u * quads;
    }
    ${lines(tile, compare)}
  }
  tops[2u * out] = top;
  tops[2u * out + 1u] = place;
}`;
}

/** The kernel of convolutionWindows. */
export function convolutionWindowsWgsl(widths: Widths, tile: number): string {
  const cases = widths.map(
    (width, i) => `case ${i}u: { greatest${width}(row, slice, i % quads, i); }`,
  );
  return /* wgsl */ `${filtersWgsl(widths)}${SLICES_WGSL}
${widths.map((width, i) => greatestOf(width, rowsBefore(widths, i), tile)).join('\n')}
fn run(i: u32) {
  let slice = i / quads % slice_count();
  let line = i / (quads * slice_count());
  let row = line % batch;
  switch (line / batch) {
    ${cases.join('\n')}
    default: {}
  }
}
`;
}
