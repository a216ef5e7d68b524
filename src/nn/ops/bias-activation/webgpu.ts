// A bias and an activation in WGSL, one thread for four numbers. Bindings: sizes (u32), bias, x (N, W / 4). Checked against plain.ts.
import { ACTIVATION, BIAS_SIZE } from './sizes';

/** The kernel of biasActivation. */
export const BIAS_ACTIVATION_WGSL = /* wgsl */ `
fn activated(x: vec4f) -> vec4f {
  if (activation == ${ACTIVATION.relu}u) { return select(x, vec4f(0), x < vec4f(0)); }
  // exp overflows beyond 88, tanh is 1 and sigmoid 0 long before.
  if (activation == ${ACTIVATION.tanh}u) { return tanh(clamp(x, vec4f(-20), vec4f(20))); }
  if (activation == ${ACTIVATION.sigmoid}u) { return 1.0 / (1.0 + exp(-max(x, vec4f(-80)))); }
  return x;
}
fn run(i: u32) {
  let quarters = sizes[${BIAS_SIZE.width}] / 4u;
  if (i >= sizes[${BIAS_SIZE.rows}] * quarters) { return; }
  let units = sizes[${BIAS_SIZE.units}];
  let bias_at = sizes[${BIAS_SIZE.biasAt}];
  let u = 4u * (i % quarters) + vec4u(0, 1, 2, 3);
  let at = bias_at + min(u, vec4u(units - 1u));
  let b = vec4f(bias[at.x], bias[at.y], bias[at.z], bias[at.w]);
  x[i] = select(x[i], activated(x[i] + b), u < vec4u(units));
}
`;
