// The multilayer perceptron: weighted features, hidden layers, a head. The first layer multiplies rows of which nearly all is zero,
// so its weights are a table by feature, and a batch moves only the rows of features that it has.
import type { MlpSettings } from '../core/settings';
import { rootUniform, zeros } from '../nn/init';
import { Activation } from '../nn/layers/activation';
import { Dense } from '../nn/layers/dense';
import { Dropout } from '../nn/layers/dropout';
import { SparseDense } from '../nn/layers/sparse-dense';
import { outputsOf } from '../nn/loss';
import type { Layer } from '../nn/net';
import { initialiseTable } from '../nn/table-init';
import { featureWeightsOf, readFeatures, type DataShape, type OpenNet } from './data-shape';
import { denseWork, sparseWork, sumOf } from './floor';
import type { Network } from './network';

/** Makes the network of a multilayer perceptron. */
export function createMlp(open: OpenNet, settings: MlpSettings, data: DataShape): Network {
  const { weighting, inputs, units, activation, init, loss, labelSmoothing } = settings;
  const outputs = outputsOf(loss, data.classes);
  const { net, planner, table } = readFeatures(open, data, {
    weighting,
    inputs,
    width: units,
    option: 'units',
    part: 'table',
  });
  const bias = net.parameters.add({
    name: 'hidden 1 bias',
    shape: [units],
    part: 'body',
    decays: false,
    init: init === 'keras' ? zeros : rootUniform(table.rows),
  });
  const first = new SparseDense(net, { table, bias, segments: planner.segments });
  const layers: Layer[] = [first, new Activation(net, first.output, { kind: activation, units })];
  let signal = first.output;
  for (let number = 1; number <= settings.layers; number++) {
    if (number > 1) {
      const name = `hidden ${number}`;
      const dense = new Dense(net, signal, {
        ...{ name, inputs: units, units, activation, init },
        part: 'body',
      });
      layers.push(dense);
      signal = dense.output;
    }
    layers.push(new Dropout(net, signal, { share: settings.dropout, layer: number }));
  }
  const head = new Dense(net, signal, {
    name: 'head',
    inputs: units,
    units: outputs,
    activation: 'none',
    init,
    part: 'head',
  });
  layers.push(head);
  const kind = `${init}-kernel` as const;
  const initialise = (seed: number) => initialiseTable(net, table, seed, { kind, columns: units });
  const { batchRows } = data;
  return {
    net,
    data,
    reads: 'features',
    featureWeights: featureWeightsOf(settings),
    planner,
    layers,
    tables: [{ table, numbers: units, initialise }],
    logits: head.output,
    outputs,
    loss: { kind: loss, labelSmoothing },
    lengthOf: () => 0,
    work: (counts) =>
      sumOf([
        sparseWork(counts, batchRows, units),
        ...Array.from({ length: settings.layers - 1 }, () => denseWork(batchRows, units, units)),
        denseWork(batchRows, units, outputs),
      ]),
  };
}
