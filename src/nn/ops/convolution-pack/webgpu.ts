// Filters laid out for the two passes in WGSL; one thread moves four filters' weights of one number of one word.
// Bindings: parameters, packed (sum of widths, E, F / 4), turned (sum of widths, F, E). Checked against plain.ts.
import { rowsBefore, type Widths } from '../convolution-windows/filters';

/** The kernel of convolutionPack. */
export function convolutionPackWgsl(widths: Widths): string {
  const cases = widths.map((_, i) => {
    const [from, end] = [rowsBefore(widths, i), rowsBefore(widths, i + 1)];
    return `if (word < ${end}u) { return kernel${i} + (word - ${from}u) * embedding * filters; }`;
  });
  return /* wgsl */ `
const quads = (filters + 3u) / 4u;
fn kernel_at(word: u32) -> u32 {
  ${cases.join('\n  ')}
  return 0u;
}
fn run(i: u32) {
  let e = i / quads % embedding;
  let word = i / (quads * embedding);
  if (word >= ${rowsBefore(widths, widths.length)}u) { return; }
  let first = 4u * (i % quads);
  let source = kernel_at(word) + e * filters + first;
  let to = (word * filters + first) * embedding + e;
  var four = vec4f(0);
  for (var c = 0u; c < min(4u, filters - first); c++) {
    four[c] = parameters[source + c];
    turned[to + c * embedding] = four[c];
  }
  packed[i] = four;
}
`;
}
