// Which rows a model is least sure of, and which labels it least believes.
// Of rows without a label: the margin between the two best classes, smallest first; Scheffer, Decomain & Wrobel (2001),
// "Active Hidden Markov Models for Information Extraction"; Settles (2009), "Active Learning Literature Survey", 3.1.
// Of rows with one: the probability of the given label, smallest first; the self-confidence of Northcutt, Jiang & Chuang
// (2021), "Confident Learning", https://arxiv.org/abs/1911.00068
import type { Doubted, Ranking } from '../core/labelling';
import { NO_LABEL } from '../core/types';
import type { Model } from '../models/model';
import type { Examples } from '../nn/examples';
import { judge } from './judge';

/** How sure a model is of a row, 0 to 1: of its label, or where it has none, by how much the best class leads. */
export function sureness(probabilities: Float32Array, label: number): number {
  if (label !== NO_LABEL) return probabilities[label];
  let best = 0;
  let second = 0;
  for (const share of probabilities) {
    if (share > second) second = share;
    if (second > best) [best, second] = [second, best];
  }
  return best - second;
}

/** Puts rows in the order of a model's doubt; equally doubtful ones stay in theirs. `progress` hears how many are done. */
export async function rankByDoubt(
  model: Model,
  examples: Examples,
  rows: Uint32Array<ArrayBuffer>,
  progress: (done: number) => Promise<void>,
): Promise<Ranking> {
  const sure = new Float32Array(rows.length);
  const answer = (place: number, probabilities: Float32Array) => {
    sure[place] = sureness(probabilities, examples.labels[rows[place]]);
  };
  const { predicted, probability } = await judge(model, examples, rows, { progress, answer });
  const order = Uint32Array.from(rows.keys()).sort((a, b) => sure[a] - sure[b] || a - b);
  return {
    rows: order.map((place) => rows[place]),
    guesses: Uint16Array.from(order, (place) => predicted[place]),
    shares: Float32Array.from(order, (place) => probability[place]),
  };
}

/** The rows of a part that are asked about, without those that cleaning leaves out. */
export function doubtedRows(
  labels: Uint16Array,
  dropped: Uint8Array<ArrayBuffer>,
  doubted: Doubted,
): Uint32Array<ArrayBuffer> {
  const rows = Uint32Array.from(dropped.keys()); // as many as were there when the model learned
  return rows.filter(
    (row) => dropped[row] === 0 && (labels[row] === NO_LABEL) === (doubted === 'unlabelled'),
  );
}
