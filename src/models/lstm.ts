// The recurrent model: embeddings, LSTM layers stacked on each other in one or both directions, what is kept of a text, a head.
// Hochreiter & Schmidhuber (1997), "Long Short-Term Memory", Neural Computation 9(8), with the forget gates of Gers et al. (2000);
// both directions: Graves & Schmidhuber (2005), Neural Networks 18.
import type { LstmSettings } from '../core/settings';
import { BidirectionalLstm } from '../nn/layers/bidirectional-lstm';
import { Dense } from '../nn/layers/dense';
import { Dropout } from '../nn/layers/dropout';
import { Lstm } from '../nn/layers/lstm';
import { Pooling } from '../nn/layers/pooling';
import { outputsOf } from '../nn/loss';
import type { Layer, Net, Signal } from '../nn/net';
import { readWords, type DataShape, type OpenNet } from './data-shape';
import { denseWork, embeddingWork, sumOf, type StepCounts, type Work } from './floor';
import { roundedLength } from './lengths';
import type { Network } from './network';

/** Makes the network of a recurrent model. */
export function createLstm(open: OpenNet, settings: LstmSettings, data: DataShape): Network {
  const { width, init, maskPadding, pooling, headDropout, loss, labelSmoothing } = settings;
  const outputs = outputsOf(loss, data.classes);
  const input = readWords(open, data, { width, init, paddingCounts: !maskPadding });
  const { net, planner, embedding, table } = input;
  const layers: Layer[] = [embedding];
  let signal = embedding.output;
  for (let number = 1; number <= settings.layers; number++)
    signal = addLayer(net, settings, { layers, signal, number });
  const pool = new Pooling(net, signal, {
    kind: pooling,
    maskPadding,
    reversedFrom: settings.bidirectional ? signal.width / 2 : signal.width,
  });
  layers.push(pool);
  const dropout = { share: headDropout, layer: settings.layers + 1 };
  layers.push(new Dropout(net, pool.output, dropout));
  const head = new Dense(net, pool.output, {
    name: 'head',
    units: outputs,
    activation: 'none',
    init,
    part: 'head',
  });
  layers.push(head);
  return {
    net,
    data,
    reads: 'words',
    featureWeights: 'ones',
    planner,
    layers,
    tables: [table],
    logits: head.output,
    outputs,
    loss: { kind: loss, labelSmoothing },
    lengthOf: (words) => (maskPadding ? roundedLength(words, data.mostWords) : data.mostWords),
    work: (counts) => workOf(settings, { rows: data.batchRows, outputs }, counts),
  };
}

interface Stack {
  layers: Layer[]; // grows
  signal: Signal; // (T * B, ...), what the layer reads
  number: number; // 1-based
}

/** Adds a layer in one direction or both; gives what it makes. */
function addLayer(net: Net, settings: LstmSettings, { layers, signal, number }: Stack): Signal {
  const { bidirectional, dropout, recurrentDropout, maskPadding, init } = settings;
  const units = unitsOf(settings, number);
  const options = {
    ...{ name: `lstm ${number}`, units, dropout, recurrentDropout, maskPadding, init },
    layerNumber: number,
    stepsADispatch: stepsFor(net.batch, units),
  };
  const layer = bidirectional
    ? new BidirectionalLstm(net, signal, options)
    : new Lstm(net, signal, options);
  layers.push(layer);
  return layer.output;
}

function unitsOf({ units, upperUnits }: LstmSettings, number: number): number {
  return number > 1 && upperUnits > 0 ? upperUnits : units;
}

const MOST_FLOP = 1e9; // of a dispatch: on a weak GPU some tens of milliseconds, so that no driver loses patience

/** Steps of the recurrent part that one dispatch may do. */
function stepsFor(batch: number, units: number): number {
  return Math.max(1, Math.min(64, Math.floor(MOST_FLOP / (8 * batch * units * units))));
}

function workOf(
  settings: LstmSettings,
  { rows, outputs }: { rows: number; outputs: number },
  counts: StepCounts,
): Work {
  const places = counts.length * rows;
  const directions = settings.bidirectional ? 2 : 1;
  const parts = [embeddingWork(counts, settings.width)];
  let inputs = settings.width;
  for (let number = 1; number <= settings.layers; number++) {
    const units = unitsOf(settings, number);
    for (let d = 0; d < directions; d++)
      parts.push(denseWork(places, inputs, 4 * units), denseWork(places - rows, units, 4 * units)); // the first word follows no state
    inputs = directions * units;
  }
  parts.push(denseWork(rows, inputs, outputs));
  return sumOf(parts);
}
