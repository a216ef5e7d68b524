// What the pieces of a Keras listing agree on: how layers are written, drawn and held back.
import { call, pyNumber, type Argument } from './python';
import type { ListingTask } from './task';

/** Arguments that say how a layer's weights are drawn; Keras's own rules need none. `inputs`: numbers that a unit reads. */
export function drawn({ settings: { model } }: ListingTask, inputs: number | string): Argument[] {
  if (!('init' in model) || model.init === 'keras') return [];
  return [`kernel_initializer=even(${inputs})`, `bias_initializer=even(${inputs})`];
}

/** The argument that pulls a layer's weights to zero, where the settings have that in the slope. */
export function decayed(task: ListingTask, argument = 'kernel_regularizer'): Argument {
  return decaysBySlope(task) && `${argument}=DECAY`;
}

/** Whether weight decay is part of the loss: Keras's optimizers only know the other kind. */
export function decaysBySlope({ settings: { model, train } }: ListingTask): boolean {
  return model.model !== 'bag' && train.weightDecay > 0 && train.optimizer !== 'adamw';
}

/** The output layer over `inputs` numbers, as a call. */
export function outputLayer(task: ListingTask, inputs: number): string {
  const more = [activation(task), ...drawn(task, inputs), decayed(task)];
  return call('keras.layers.Dense', outputsCode(task), ...more);
}

/** The argument that names the output's activation; margins have none. */
export function activation({ loss }: ListingTask): Argument {
  return loss !== 'hinge' && `activation='${loss}'`;
}

/** The number of outputs, as an expression. */
export function outputsCode({ outputs }: ListingTask): string {
  return outputs === 1 ? '1' : 'len(CLASSES)';
}

/** An embedding of `width` numbers, as a call. */
export function embeddingLayer(task: ListingTask, width: number, ...more: Argument[]): string {
  const { model } = task.settings;
  const isNormal = 'init' in model && model.init === 'pytorch';
  return call(
    'keras.layers.Embedding',
    'ROWS',
    pyNumber(width),
    isNormal && 'embeddings_initializer=keras.initializers.RandomNormal(stddev=1.0)',
    ...more,
    decayed(task, 'embeddings_regularizer'),
  );
}

/** Code of `even(inputs)`, the initialiser of PyTorch's layers. */
export const EVEN_CODE = `def even(inputs):
    """As PyTorch draws fresh weights: evenly in 1 / root of the inputs."""
    return keras.initializers.RandomUniform(-(inputs**-0.5), inputs**-0.5)`;

/** Code of `spread()`, the initialiser of the bag. */
export const SPREAD_CODE = `def spread():
    return keras.initializers.RandomUniform(-0.1, 0.1)`;
