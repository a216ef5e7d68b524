// The greatest window of each filter out of maps in WGSL, one thread a filter of a row; the first of equals wins.
// Bindings: plan, maps (widths, T, B, F), tops (widths, B, F / 4, 2, 4). Checked against plain.ts.
import { filtersWgsl, type Widths } from '../convolution-windows/filters';

/** The kernel of convolutionGreatest. */
export function convolutionGreatestWgsl(widths: Widths): string {
  const counts = widths.map((width) => `${width}u`).join(', ');
  return /* wgsl */ `${filtersWgsl(widths)}
fn run(i: u32) {
  let row = i / all;
  if (row >= batch) { return; }
  var counts = array(${counts});
  let width = i % all / filters;
  let f = i % filters;
  let windows = max(words_of(row), counts[width]) - counts[width] + 1u;
  var at = (width * plan_length() * batch + row) * filters + f;
  var top = maps[at];
  var place = 0u;
  for (var t = 1u; t < windows; t++) {
    at += batch * filters;
    let is_greater = maps[at] > top;
    top = select(top, maps[at], is_greater);
    place = select(place, t, is_greater);
  }
  let out = 8u * ((width * batch + row) * quads + f / 4u) + f % 4u;
  tops[out] = top;
  tops[out + 4u] = f32(place);
}
`;
}
