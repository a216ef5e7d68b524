// The list of models.
import type { ModelSettings } from '../core/settings';
import { Net } from '../nn/net';
import type { Backend } from '../nn/op';
import type { OptimizerSettings } from '../nn/optimizer';
import { Bag } from './bag';
import { createCnn } from './cnn';
import type { DataShape, OpenNet } from './data-shape';
import { createLinear } from './linear';
import { createLstm } from './lstm';
import { createMlp } from './mlp';
import type { Model } from './model';
import type { Network } from './network';
import { NeuralModel } from './neural';

/** Makes the model that the settings name; weights are zeros until initialise or importWeights. */
export function createModel(
  backend: Backend,
  settings: ModelSettings,
  data: DataShape,
  optimizer: OptimizerSettings,
): Model {
  if (settings.model === 'bag')
    return new Bag(backend, { ...data, ...settings, tableRate: optimizer.rates.table });
  const opened: Net[] = [];
  const open: OpenNet = (shape) => {
    const net = new Net(backend, shape);
    opened.push(net);
    return net;
  };
  try {
    const network = createNetwork(open, settings, data);
    return new NeuralModel(network, optimizer);
  } catch (error) {
    for (const net of opened) net.dispose(); // what was made before a block was refused
    throw error;
  }
}

function createNetwork(
  open: OpenNet,
  settings: Exclude<ModelSettings, { model: 'bag' }>,
  data: DataShape,
): Network {
  switch (settings.model) {
    case 'linear':
      return createLinear(open, settings, data);
    case 'mlp':
      return createMlp(open, settings, data);
    case 'cnn':
      return createCnn(open, settings, data);
    case 'lstm':
      return createLstm(open, settings, data);
  }
}
