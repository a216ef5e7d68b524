// The models as Keras networks: the lines of `build()` from its inputs to the output.
import type { BagSettings, CnnSettings, MlpSettings } from '../core/settings';
import { kerasLstmCode } from './keras-lstm';
import {
  activation,
  decayed,
  drawn,
  embeddingLayer,
  outputLayer,
  outputsCode,
} from './keras-parts';
import { call, lines, pyNumber, type Argument } from './python';
import type { ListingTask } from './task';

/** Lines that make `inputs` and `output`. */
export function kerasModelCode(task: ListingTask): string {
  const { model } = task.settings;
  switch (model.model) {
    case 'bag':
      return bagCode(task, model);
    case 'linear':
      return linearCode(task);
    case 'mlp':
      return mlpCode(task, model);
    case 'cnn':
      return cnnCode(task, model);
    case 'lstm':
      return kerasLstmCode(task, model);
    default:
      return model satisfies never;
  }
}

/** Code of the layer `SparseDense`; '' for models that do without. */
export function sparseDenseCode({ input, settings: { model } }: ListingTask): string {
  if (input !== 'weighted') return '';
  return lines(
    'class SparseDense(keras.layers.Layer):',
    '    """A dense layer over features of which a text has few: their numbers, and their values."""',
    '',
    '    def __init__(self, units, **drawn):',
    '        super().__init__()',
    '        self.units, self.drawn = units, drawn',
    '',
    '    def build(self, shapes):',
    "        self.kernel = self.add_weight(shape=(ROWS, self.units), name='kernel', **self.drawn)",
    `        self.bias = self.add_weight(shape=(self.units,), initializer=${biasInit(model)}, name='bias')`,
    '',
    '    def call(self, inputs):',
    '        features, values = inputs',
    '        rows = keras.ops.take(self.kernel, features, axis=0)',
    "        return keras.ops.einsum('bl,blu->bu', values, rows) + self.bias",
  );
}

function biasInit(model: ListingTask['settings']['model']): string {
  return model.model === 'mlp' && model.init === 'pytorch' ? 'even(ROWS)' : "'zeros'";
}

const PAIR_OF_INPUTS = [
  "features = keras.Input((LENGTH,), dtype='int32')",
  'values = keras.Input((LENGTH,))',
  'inputs = [features, values]',
];

function bagCode(task: ListingTask, { width, featureDropout }: BagSettings): string {
  const kept =
    featureDropout > 0 ? `keras.layers.Dropout(${pyNumber(featureDropout)})(values)` : 'values';
  return lines(
    ...PAIR_OF_INPUTS,
    `weights = ${kept}`,
    'sums = keras.ops.sum(weights, axis=1, keepdims=True)',
    'shares = weights / keras.ops.maximum(sums, 1e-9)',
    `table = ${call('keras.layers.Embedding', 'ROWS', pyNumber(width), 'embeddings_initializer=spread()')}(features)`,
    'x = keras.layers.ReLU()(keras.layers.Dot(axes=1)([shares, table]))',
    `output = ${call('keras.layers.Dense', outputsCode(task), activation(task), 'kernel_initializer=spread()')}(x)`,
  );
}

function sparseLayer(task: ListingTask, units: string, initializer: string): string {
  const decay = decayed(task, 'regularizer');
  return call('SparseDense', units, `initializer=${initializer}`, decay);
}

function linearCode(task: ListingTask): string {
  const { loss } = task;
  const scores = `${sparseLayer(task, outputsCode(task), "'zeros'")}(inputs)`;
  return lines(
    ...PAIR_OF_INPUTS,
    loss === 'hinge'
      ? `output = ${scores}`
      : `output = keras.layers.Activation('${loss}')(${scores})`,
  );
}

function mlpCode(task: ListingTask, model: MlpSettings): string {
  const { units, layers, dropout, inputs, init } = model;
  const bend = `activation='${model.activation}'`;
  const dense = (read: number) =>
    `${call('keras.layers.Dense', pyNumber(units), bend, ...drawn(task, read), decayed(task))}(x)`;
  const drop = dropout > 0 && `x = keras.layers.Dropout(${pyNumber(dropout)})(x)`;
  const isVector = task.input === 'vector';
  const rule = init === 'keras' ? "'glorot_uniform'" : 'even(ROWS)';
  const first = isVector
    ? [`inputs = x = keras.Input((${inputs},))`, `x = ${dense(inputs)}`]
    : [
        ...PAIR_OF_INPUTS,
        `x = ${sparseLayer(task, pyNumber(units), rule)}(inputs)`,
        `x = keras.layers.Activation('${model.activation}')(x)`,
      ];
  const above = Array.from({ length: layers - 1 }, () => [`x = ${dense(units)}`, drop]).flat();
  return lines(...first, drop, ...above, `output = ${outputLayer(task, units)}(x)`);
}

function cnnCode(task: ListingTask, model: CnnSettings): string {
  const { width, filters, shortest, longest, dropout } = model;
  const conv: Argument[] = [pyNumber(filters), 'width', "activation='relu'"];
  const weights = drawn(task, `${width} * width`);
  const isOne = shortest === longest;
  const merged = isOne ? 'tops[0]' : 'keras.layers.Concatenate()(tops)';
  return lines(
    "inputs = keras.Input((LENGTH,), dtype='int32')",
    "there = keras.ops.cast(keras.ops.not_equal(inputs, 0), 'float32')",
    `x = ${embeddingLayer(task, width)}(inputs) * there[:, :, None]`,
    'tops = []',
    `for width in ${isOne ? `[${shortest}]` : `range(${shortest}, ${longest + 1})`}:`,
    `    y = ${call('keras.layers.Conv1D', ...conv, ...weights, decayed(task))}(x)`,
    '    # Windows that reach into the filler do not count, but for the first one of a short text.',
    "    first = np.eye(1, LENGTH - width + 1, dtype='float32')",
    '    inside = keras.ops.maximum(there[:, width - 1 :], first)',
    '    tops.append(keras.layers.GlobalMaxPooling1D()(y * inside[:, :, None]))',
    `x = ${merged}`,
    dropout > 0 && `x = keras.layers.Dropout(${pyNumber(dropout)})(x)`,
    `output = ${outputLayer(task, filters * (longest - shortest + 1))}(x)`,
  );
}
