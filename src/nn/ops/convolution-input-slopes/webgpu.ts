// Slopes of the words in WGSL: one thread has four numbers of a word, neighbours the next four, so all threads of a word walk
// through the same filters and read their weights whole.
// Bindings: plan, list (B, widths, F), starts (B, widths, T + 1), slopes (B, F * widths), turned (sum of widths, F, E / 4),
// xSlopes (T * B, E / 4). Checked against plain.ts.
import { filtersWgsl, rowsBefore, type Widths } from '../convolution-windows/filters';

/** The kernel of convolutionInputSlopes. */
export function convolutionInputSlopesWgsl(widths: Widths): string {
  const befores = widths.map((_, i) => `${rowsBefore(widths, i)}u`).join(', ');
  const counts = widths.map((width) => `${width}u`).join(', ');
  return /* wgsl */ `${filtersWgsl(widths)}
fn run(i: u32) {
  let row = i / quarter % batch;
  let t = i / (quarter * batch);
  let length = plan_length();
  if (t >= length) { return; }
  var counts = array(${counts});
  var befores = array(${befores});
  var sum = vec4f(0);
  for (var width = 0u; width < widths && t < words_of(row); width++) {
    let group = row * widths + width;
    for (var k = 0u; k < min(counts[width], t + 1u); k++) {
      let at = group * (length + 1u) + t - k;
      let kernel = (befores[width] + k) * filters;
      let end = starts[at + 1u];
      for (var j = starts[at]; j < end; j++) {
        let f = list[group * filters + j];
        sum += slopes[group * filters + f] * turned[(kernel + f) * quarter + i % quarter];
      }
    }
  }
  xSlopes[i] = sum;
}
`;
}
