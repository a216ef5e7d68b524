// The linear model: weighted features times one weight a class, plus a bias. With softmax it is logistic regression, with the squared
// hinge a linear support vector machine: Joachims (1998), "Text Categorization with Support Vector Machines", ECML.
// Weights begin at zero, as the loss has one valley only.
import type { LinearSettings } from '../core/settings';
import { zeros } from '../nn/init';
import { SparseDense } from '../nn/layers/sparse-dense';
import { outputsOf } from '../nn/loss';
import { initialiseTable } from '../nn/table-init';
import { featureWeightsOf, readFeatures, type DataShape, type OpenNet } from './data-shape';
import { sparseWork } from './floor';
import type { Network } from './network';

/** Makes the network of a linear model. */
export function createLinear(open: OpenNet, settings: LinearSettings, data: DataShape): Network {
  const outputs = outputsOf(settings.loss, data.classes);
  const input = readFeatures(open, data, {
    weighting: settings.weighting,
    inputs: 0,
    width: outputs,
    part: 'head',
  });
  const { net, planner, table } = input;
  const bias = net.parameters.add({
    name: 'bias',
    shape: [outputs],
    part: 'head',
    decays: false,
    init: zeros,
  });
  const sparse = new SparseDense(net, { table, bias, segments: planner.segments });
  const initialise = (seed: number) => initialiseTable(net, table, seed, { kind: 'zeros' });
  return {
    net,
    data,
    reads: 'features',
    featureWeights: featureWeightsOf(settings),
    planner,
    layers: [sparse],
    tables: [{ table, numbers: outputs, initialise }],
    logits: sparse.output,
    outputs,
    loss: { kind: settings.loss, labelSmoothing: settings.labelSmoothing },
    lengthOf: () => 0,
    work: (counts) => sparseWork(counts, data.batchRows, outputs),
  };
}
