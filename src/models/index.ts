// The list of models.
import type { ModelSettings } from '../core/settings';
import type { Backend } from '../nn/op';
import type { OptimizerSettings } from '../nn/optimizer';
import { Bag } from './bag';
import { createCnn } from './cnn';
import type { DataShape } from './data-shape';
import { createLinear } from './linear';
import { createLstm } from './lstm';
import { createMlp } from './mlp';
import type { Model } from './model';
import { NeuralModel, type Network } from './neural';

/** Makes the model that the settings name; weights are zeros until initialise or importWeights. */
export function createModel(
  backend: Backend,
  settings: ModelSettings,
  data: DataShape,
  optimizer: OptimizerSettings,
): Model {
  if (settings.model === 'bag')
    return new Bag(backend, { ...data, ...settings, tableRate: optimizer.rates.table });
  const network = createNetwork(backend, settings, data);
  return new NeuralModel(network, data.classes, optimizer);
}

function createNetwork(
  backend: Backend,
  settings: Exclude<ModelSettings, { model: 'bag' }>,
  data: DataShape,
): Network {
  switch (settings.model) {
    case 'linear':
      return createLinear(backend, settings, data);
    case 'mlp':
      return createMlp(backend, settings, data);
    case 'cnn':
      return createCnn(backend, settings, data);
    case 'lstm':
      return createLstm(backend, settings, data);
  }
}
