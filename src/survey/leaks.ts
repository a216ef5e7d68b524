// Words that by themselves give the label away: mutual information of "the word stands in the text" and the label, and the accuracy
// of answering by that alone. Cover & Thomas (2006), "Elements of Information Theory", section 2.3.
import type { ClassCounts } from './class-counts';

/** A word number with its figures. */
export interface Leak {
  word: number;
  rows: number; // with the word
  byClass: number[]; // of them, in each class
  bits: number;
  accuracy: number; // 0 to 1
}

/** At most so many words that stand in at least `leastRows` rows, by falling bits; `classRows` are all rows of each class. */
export function findLeaks(
  { starts, labels, rows }: ClassCounts,
  classRows: readonly number[],
  { most, leastRows }: { most: number; leastRows: number },
): Leak[] {
  const total = classRows.reduce((sum, count) => sum + count, 0);
  const best: { word: number; bits: number }[] = [];
  for (let word = 0; word + 1 < starts.length; word++) {
    const [start, end] = [starts[word], starts[word + 1]];
    let all = 0;
    for (let i = start; i < end; i++) all += rows[i];
    if (all < leastRows) continue;
    const bits = informationOf(rows.subarray(start, end), labels.subarray(start, end), classRows);
    if (best.length === most && bits <= best[most - 1].bits) continue;
    best.push({ word, bits });
    best.sort((a, b) => b.bits - a.bits);
    best.length = Math.min(best.length, most);
  }
  return best.map(({ word, bits }) => {
    const byClass = classRows.map(() => 0);
    for (let i = starts[word]; i < starts[word + 1]; i++) byClass[labels[i]] = rows[i];
    const withWord = Math.max(...byClass);
    const without = Math.max(...classRows.map((count, label) => count - byClass[label]));
    const all = byClass.reduce((sum, count) => sum + count, 0);
    return { word, rows: all, byClass, bits, accuracy: (withWord + without) / total };
  });
}

/** Mutual information in bits of a word and the label; classes without the word are those that `labels` lacks. */
export function informationOf(
  withWord: Uint32Array, // rows with the word, of each class in `labels`
  labels: Uint16Array,
  classRows: readonly number[],
): number {
  const total = classRows.reduce((sum, count) => sum + count, 0);
  const all = withWord.reduce((sum, count) => sum + count, 0);
  const lacking = total - all;
  let bits = 0;
  let others = total; // rows of classes in which the word never stands
  labels.forEach((label, i) => {
    const ofClass = classRows[label];
    others -= ofClass;
    bits += term(withWord[i], all, ofClass, total);
    bits += term(ofClass - withWord[i], lacking, ofClass, total);
  });
  return bits + (others === 0 ? 0 : (others / total) * Math.log2(total / lacking));
}

/** p log2(p / qr) of a cell; an empty cell adds nothing. */
function term(cell: number, row: number, column: number, total: number): number {
  return cell === 0 ? 0 : (cell / total) * Math.log2((cell * total) / (row * column));
}
