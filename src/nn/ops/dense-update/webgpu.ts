// One optimizer step of all dense parameters in WGSL, one thread for four numbers. Bindings: plan (u32), controls (4),
// groups (N / 64, 2), slopes, values, means, squares (N / 4). Checked against plain.ts.
import { ALIGN } from '../../parameters';
import { GROUP, GROUP_CELLS, UPDATE_WGSL } from '../../update';

/** The kernel of denseUpdate. */
export const DENSE_UPDATE_WGSL = /* wgsl */ `
${UPDATE_WGSL}
fn run(i: u32) {
  if (i >= numbers / 4u) { return; }
  let at = ${GROUP_CELLS}u * (i / ${ALIGN / 4}u);
  let rate = groups[at + ${GROUP.rate}u];
  if (rate == 0.0) { return; }
  update(i, slopes[i], rate, groups[at + ${GROUP.decay}u]);
}
`;
