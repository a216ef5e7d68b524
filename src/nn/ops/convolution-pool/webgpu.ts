// The end of the maximum over time in WGSL, one thread a filter of a row. Of equal values the earliest window wins.
// Bindings: plan, tops (widths, B, S, F / 4, 2, 4), parameters, y (B, F * widths), winners (B, F * widths). Checked against plain.ts.
import { NO_WINNER, SLICES_WGSL, filtersWgsl, type Widths } from '../convolution-windows/filters';

/** The kernel of convolutionPool. */
export function convolutionPoolWgsl(widths: Widths): string {
  const biases = widths.map((_, i) => `bias${i}`).join(', ');
  return /* wgsl */ `${filtersWgsl(widths)}${SLICES_WGSL}
fn run(i: u32) {
  let row = i / all;
  if (row >= batch) { return; }
  var bias = array(${biases});
  let width = i % all / filters;
  let f = i % filters;
  let slice_cells = 8u * quads;
  var at = (width * batch + row) * slice_count() * slice_cells + 8u * (f / 4u) + f % 4u;
  let end = at + slice_count() * slice_cells;
  var top = tops[at];
  var place = tops[at + 4u];
  for (at += slice_cells; at < end; at += slice_cells) {
    let is_greater = tops[at] > top || (tops[at] == top && tops[at + 4u] < place);
    top = select(top, tops[at], is_greater);
    place = select(place, tops[at + 4u], is_greater);
  }
  top += parameters[bias[width] + f];
  let is_shut = activates == 1u && top <= 0.0;
  y[i] = select(top, 0.0, is_shut);
  winners[i] = select(u32(place), ${NO_WINNER}u, is_shut);
}
`;
}
