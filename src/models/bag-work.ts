// What a step of the bag asks of a device: the sums of the floors that its four ops state (see their op.ts).
import type { StepWork } from './model';

/** What the batch holds. */
export interface BagCounts {
  rows: number;
  features: number; // of all rows
  segments: number; // different ones
}

/** What the model is. */
export interface BagSizes {
  width: number; // D, as the device has it
  classes: number;
  isFrozen: boolean; // the table stays as it is
}

/** Dispatches, bytes and FLOP of a step. */
export function bagWork(
  { rows, features, segments }: BagCounts,
  { width, classes, isFrozen }: BagSizes,
): StepWork {
  const pooled = { bytes: 4 * (features * (width + 2) + rows * width), flop: 2 * features * width };
  const headCells = (width + 1) * classes;
  const judged = {
    bytes: 4 * rows * (2 * width + classes + 1),
    flop: 4 * rows * width * classes,
  };
  const learned = {
    bytes: 4 * (rows * (width + classes) + 6 * headCells), // weights and both moments, read and written
    flop: 2 * rows * width * classes,
  };
  const moved = isFrozen
    ? { bytes: 0, flop: 0 }
    : {
        bytes: 4 * (segments * (2 * width + 4) + features * (width + 1)),
        flop: (5 * segments + features) * width,
      };
  const parts = [pooled, judged, learned, moved];
  return {
    dispatches: isFrozen ? 3 : 4,
    bytes: Math.round(parts.reduce((sum, { bytes }) => sum + bytes, 0)),
    flop: Math.round(parts.reduce((sum, { flop }) => sum + flop, 0)),
  };
}
