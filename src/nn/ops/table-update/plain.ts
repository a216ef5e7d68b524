// One optimizer step of all rows of a table in plain loops.
import { PLAN } from '../../plan-head';
import { GROUP, updateOf, type UpdateArrays } from '../../update';

/** The arrays of tableUpdate; shapes stand in op.ts. */
export interface TableUpdateArrays extends UpdateArrays {
  group: Float32Array<ArrayBuffer>;
  slots: Uint32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
}

/** Moves every row. */
export function tableUpdatePlain(
  arrays: TableUpdateArrays,
  { rows, width, optimizer }: { rows: number; width: number; optimizer: number },
): void {
  const { plan, group, slots, slopes } = arrays;
  const [rate, decay] = [group[GROUP.rate], group[GROUP.decay]];
  const update = updateOf(arrays, { optimizer, rate, decay });
  const ids = plan[PLAN.segmentsAt];
  const segments = plan[PLAN.segments];
  for (let row = 0; row < rows; row++) {
    const slot = slots[row];
    const isTouched = slot < segments && plan[ids + slot] === row;
    update(row * width, (row + 1) * width, isTouched ? slopes : null, slot * width);
  }
}
