// The greatest window of each filter in WGSL, written out for each width so that everything stands in registers:
// one thread has four filters and eight windows side by side, a row's next eight windows (or every S-th eight) after them.
// An embedding's four numbers are read once for all windows that hold their word, a filter's once for eight windows:
// for width w 8 + w - 1 + 4 w loads of four numbers to 128 w multiply-adds, so it needs neither workgroup memory nor barriers.
// Neighbouring threads have the next four filters of the same row: they read the same words and adjacent weights.
// Bindings: plan, x (T * B, E / 4), packed (sum of widths, E, F / 4), tops (widths, B, S, F / 4, 2). Checked against plain.ts.
import { TILE, filtersWgsl, rowsBefore, type Widths } from './filters';

function lines(count: number, line: (j: number) => string): string {
  return Array.from({ length: count }, (_, j) => line(j)).join('\n');
}

/** One word of the filters against eight windows; reads the one word that the windows before did not hold. */
function wordOf(k: number): string {
  const last = TILE - 1 + k;
  const read = (j: number) =>
    `let x${j} = select(vec4f(0), x[at + ${j}u * step], tile + ${j}u < words);`;
  const weights = lines(
    4,
    (c) => `let w${k}${c} = packed[w + (${k}u * embedding + ${c}u) * quads];`,
  );
  const sums = lines(TILE, (j) =>
    ['x', 'y', 'z', 'w'].map((part, c) => `sum${j} += x${j + k}.${part} * w${k}${c};`).join(' '),
  );
  return `${k === 0 ? lines(TILE, read) : read(last)}\n${weights}\n${sums}`;
}

function greatestOf(width: number, before: number): string {
  return /* wgsl */ `
fn greatest${width}(row: u32, slice: u32, quad: u32, out: u32) {
  let words = words_of(row);
  let windows = max(words, ${width}u) - ${width - 1}u;
  let step = batch * quarter;
  var top = vec4f(-3.4e38);
  var place = vec4f(0);
  for (var tile = slice * ${TILE}u; tile < windows; tile += slice_count() * ${TILE}u) {
    ${lines(TILE, (j) => `var sum${j} = vec4f(0);`)}
    var at = tile * step + row * quarter;
    let end = at + quarter;
    var w = ${before}u * embedding * quads + quad;
    for (; at < end; at++) {
      ${lines(width, wordOf)}
      w += 4u * quads;
    }
    ${lines(
      TILE,
      (j) => `if (tile + ${j}u < windows) {
      place = select(place, vec4f(f32(tile + ${j}u)), sum${j} > top);
      top = max(top, sum${j});
    }`,
    )}
  }
  tops[2u * out] = top;
  tops[2u * out + 1u] = place;
}`;
}

/** Slices into which a row's windows are dealt out, eight at a time; needs the constant slices, their greatest number. */
export const SLICES_WGSL = /* wgsl */ `
fn slice_count() -> u32 { return min(slices, (plan_length() + ${TILE - 1}u) / ${TILE}u); }
`;

/** The kernel of convolutionWindows. */
export function convolutionWindowsWgsl(widths: Widths): string {
  const cases = widths.map(
    (width, i) => `case ${i}u: { greatest${width}(row, slice, i % quads, i); }`,
  );
  return /* wgsl */ `${filtersWgsl(widths)}${SLICES_WGSL}
${widths.map((width, i) => greatestOf(width, rowsBefore(widths, i))).join('\n')}
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
