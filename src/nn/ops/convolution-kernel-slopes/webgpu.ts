// Slopes of the filters in WGSL, written out for each width: one thread has four numbers of all words of a filter, neighbours
// the next four, so the words that won are read whole. Idle filters of a row are passed over by all threads of the filter.
// Bindings: plan, x (T * B, E / 4), winners (B, F * widths), slopes (B, F * widths), parameterSlopes. Checked against plain.ts.
import { NO_WINNER, filtersWgsl, type Widths } from '../convolution-windows/filters';

function slopesOf(width: number, i: number): string {
  const words = Array.from({ length: width }, (_, k) => k);
  return /* wgsl */ `
fn slopes_of${i}(f: u32, part: u32) {
  ${words.map((k) => `var sum${k} = vec4f(0);`).join('\n  ')}
  var bias = 0.0;
  for (var row = 0u; row < batch; row++) {
    let j = row * all + ${i}u * filters + f;
    let place = winners[j];
    let g = slopes[j];
    if (place == ${NO_WINNER}u || g == 0.0) { continue; }
    let words = words_of(row);
    let at = (place * batch + row) * quarter + part;
    ${words
      .map(
        (k) =>
          `sum${k} += select(0.0, g, place + ${k}u < words) * x[at + ${k}u * batch * quarter];`,
      )
      .join('\n    ')}
    bias += g;
  }
  var at = kernel${i} + 4u * part * filters + f;
  ${words
    .map(
      (k) => `for (var c = 0u; c < 4u; c++) { parameterSlopes[at + c * filters] = sum${k}[c]; }
  at += embedding * filters;`,
    )
    .join('\n  ')}
  if (part == 0u) { parameterSlopes[bias${i} + f] = bias; }
}`;
}

/** The kernel of convolutionKernelSlopes. */
export function convolutionKernelSlopesWgsl(widths: Widths): string {
  const cases = widths.map((_, i) => `case ${i}u: { slopes_of${i}(f % filters, i % quarter); }`);
  return /* wgsl */ `${filtersWgsl(widths)}
${widths.map(slopesOf).join('\n')}
fn run(i: u32) {
  let f = i / quarter;
  switch (f / filters) {
    ${cases.join('\n    ')}
    default: {}
  }
}
`;
}
