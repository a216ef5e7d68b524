// Notes where each touched row has its slopes, in plain loops.
import { PLAN } from '../../plan-head';

/** Writes each segment into the slot of its id. */
export function markRowsPlain({
  plan,
  slots,
}: {
  plan: Uint32Array<ArrayBuffer>;
  slots: Uint32Array<ArrayBuffer>;
}): void {
  const ids = plan[PLAN.segmentsAt];
  for (let segment = 0; segment < plan[PLAN.segments]; segment++)
    slots[plan[ids + segment]] = segment;
}
