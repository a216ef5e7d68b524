// Winning windows in the order of their places in WGSL, one thread a filter of a row: it counts the filters before it, takes its
// number in the list, and writes the starts from its predecessor's place up to its own.
// Bindings: plan, winners (B, F * widths), slopes (B, F * widths), list (B, widths, F), starts (B, widths, T + 1). Checked against plain.ts.
import { NO_WINNER, filtersWgsl, type Widths } from '../convolution-windows/filters';

/** The kernel of convolutionOrder. */
export function convolutionOrderWgsl(widths: Widths): string {
  return /* wgsl */ `${filtersWgsl(widths)}
fn place_of(i: u32) -> u32 {
  let is_idle = winners[i] == ${NO_WINNER}u || slopes[i] == 0.0;
  return select(winners[i], plan_length(), is_idle);
}
fn run(i: u32) {
  if (i >= batch * all) { return; }
  let first = i / filters * filters;
  let place = place_of(i);
  var count = 0u;
  var gap = 0u;
  for (var j = first; j < first + filters; j++) {
    let other = place_of(j);
    let is_before = other < place || (other == place && j < i);
    count += select(0u, 1u, is_before);
    gap = max(gap, select(0u, other + 1u, is_before));
  }
  list[first + count] = i - first;
  let at = i / filters * (plan_length() + 1u);
  for (var t = gap; t <= place; t++) { starts[at + t] = count; }
  if (count + 1u < filters) { return; }
  for (var t = place + 1u; t <= plan_length(); t++) { starts[at + t] = filters; }
}
`;
}
