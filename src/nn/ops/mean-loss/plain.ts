// The mean loss of a batch in plain loops.
import { PLAN } from '../../plan-head';

/** Writes the mean over the rows that are there. */
export function meanLossPlain({
  plan,
  rowLosses,
  losses,
}: {
  plan: Uint32Array<ArrayBuffer>;
  rowLosses: Float32Array<ArrayBuffer>;
  losses: Float32Array<ArrayBuffer>;
}): void {
  const rows = plan[PLAN.rows];
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += rowLosses[row];
  losses[plan[PLAN.lossSlot]] = sum / rows;
}
