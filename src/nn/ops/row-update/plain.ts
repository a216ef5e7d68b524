// One optimizer step of the rows that a batch touches, in plain loops.
import { PLAN } from '../../plan-head';
import { GROUP, updateOf, type UpdateArrays } from '../../update';

/** The arrays of rowUpdate; shapes stand in op.ts. */
export interface RowUpdateArrays extends UpdateArrays {
  group: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
}

/** Moves the rows that the plan names. */
export function rowUpdatePlain(
  arrays: RowUpdateArrays,
  { width, optimizer }: { width: number; optimizer: number },
): void {
  const { plan, group, slopes } = arrays;
  const [rate, decay] = [group[GROUP.rate], group[GROUP.decay]];
  const update = updateOf(arrays, { optimizer, rate, decay });
  const ids = plan[PLAN.segmentsAt];
  for (let segment = 0; segment < plan[PLAN.segments]; segment++) {
    const at = plan[ids + segment] * width;
    update(at, at + width, slopes, segment * width);
  }
}
