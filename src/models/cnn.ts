// The convolutional model: embeddings, filters over a few words at a time, the greatest value of each, dropout, a head.
// Kim (2014), "Convolutional Neural Networks for Sentence Classification", https://arxiv.org/abs/1408.5882
import type { CnnSettings } from '../core/settings';
import { MaxConvolution } from '../nn/layers/convolution';
import { Dense } from '../nn/layers/dense';
import { Dropout } from '../nn/layers/dropout';
import { outputsOf } from '../nn/loss';
import { readWords, type DataShape, type OpenNet } from './data-shape';
import { denseWork, embeddingWork, sumOf, type StepCounts, type Work } from './floor';
import { roundedLength } from './lengths';
import type { Network } from './network';

/** Makes the network of a convolutional model. */
export function createCnn(open: OpenNet, settings: CnnSettings, data: DataShape): Network {
  const { width, init, filters, shortest, longest, loss, labelSmoothing } = settings;
  const outputs = outputsOf(loss, data.classes);
  const input = readWords(open, data, { width, init, paddingCounts: false });
  const { net, planner, embedding, table } = input;
  const widths = Array.from({ length: longest - shortest + 1 }, (_, i) => shortest + i);
  const convolution = new MaxConvolution(net, embedding.output, {
    name: 'convolution',
    filters,
    widths,
    init,
  });
  const { output } = convolution;
  const dropout = new Dropout(net, output, { share: settings.dropout, layer: 1 });
  const head = new Dense(net, output, {
    name: 'head',
    units: outputs,
    activation: 'none',
    init,
    part: 'head',
  });
  return {
    net,
    data,
    reads: 'words',
    featureWeights: 'ones',
    planner,
    layers: [embedding, convolution, dropout, head],
    tables: [table],
    logits: head.output,
    outputs,
    loss: { kind: loss, labelSmoothing },
    lengthOf: (words) => roundedLength(words, data.mostWords),
    work: (counts) => workOf(settings, { rows: data.batchRows, widths, outputs }, counts),
  };
}

/** Forward every window of every filter; backward only the windows that won. */
function workOf(
  { width, filters }: CnnSettings,
  { rows, widths, outputs }: { rows: number; widths: readonly number[]; outputs: number },
  counts: StepCounts,
): Work {
  const { length } = counts;
  const places = length * rows;
  const windows = widths.reduce((sum, w) => sum + w * Math.max(1, length - w + 1), 0);
  const flop = 2 * rows * windows * width * filters;
  const words = widths.reduce((sum, w) => sum + w, 0);
  const sparse = 4 * rows * words * width * filters;
  return sumOf([
    embeddingWork(counts, width),
    { bytes: 4 * (2 * places * width + 3 * words * width * filters), flop: flop + sparse },
    denseWork(rows, filters * widths.length, outputs),
  ]);
}
