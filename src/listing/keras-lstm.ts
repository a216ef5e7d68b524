// The recurrent model as a Keras network.
import type { LstmSettings } from '../core/settings';
import { decayed, embeddingLayer, outputLayer } from './keras-parts';
import { call, lines, pyNumber } from './python';
import type { ListingTask } from './task';

/** Lines that make `inputs` and `output`. */
export function kerasLstmCode(task: ListingTask, model: LstmSettings): string {
  const { width, layers, units, upperUnits, bidirectional, maskPadding, headDropout } = model;
  const above = upperUnits > 0 ? upperUnits : units;
  const stack = Array.from({ length: layers }, (_, i) => {
    const isLast = i === layers - 1 && model.pooling === 'last';
    return `x = ${layerCode(task, model, { units: i === 0 ? units : above, isLast })}(x)`;
  });
  const kept = (bidirectional ? 2 : 1) * (layers > 1 ? above : units);
  return lines(
    "inputs = keras.Input((LENGTH,), dtype='int32')",
    `x = ${embeddingLayer(task, width, maskPadding && 'mask_zero=True')}(inputs)`,
    ...stack,
    ...poolingCode(model),
    headDropout > 0 && `x = keras.layers.Dropout(${pyNumber(headDropout)})(x)`,
    `output = ${outputLayer(task, kept)}(x)`,
  );
}

function layerCode(
  task: ListingTask,
  { dropout, recurrentDropout, bidirectional, init }: LstmSettings,
  { units, isLast }: { units: number; isLast: boolean },
): string {
  const rules = ['kernel', 'recurrent', 'bias'].map((kind) => `${kind}_initializer=even(${units})`);
  const layer = call(
    'keras.layers.LSTM',
    pyNumber(units),
    !isLast && 'return_sequences=True',
    dropout > 0 && `dropout=${pyNumber(dropout)}`,
    recurrentDropout > 0 && `recurrent_dropout=${pyNumber(recurrentDropout)}`,
    ...(init === 'pytorch' ? [...rules, 'unit_forget_bias=False'] : []),
    decayed(task),
    decayed(task, 'recurrent_regularizer'),
  );
  return bidirectional ? call('keras.layers.Bidirectional', layer) : layer;
}

function poolingCode({ pooling, maskPadding }: LstmSettings): string[] {
  switch (pooling) {
    case 'last':
      return [];
    case 'mean':
      return ['x = keras.layers.GlobalAveragePooling1D()(x)'];
    case 'max':
      if (!maskPadding) return ['x = keras.layers.GlobalMaxPooling1D()(x)'];
      return [
        "filler = keras.ops.cast(keras.ops.equal(inputs, 0), 'float32')[:, :, None]",
        'x = keras.ops.max(x - 2 * filler, axis=1)  # below any state where there is no word',
      ];
    default:
      return pooling satisfies never;
  }
}
