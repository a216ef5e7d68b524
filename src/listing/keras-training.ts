// How a Keras listing trains: examples as arrays, loss, optimizer, the best epoch, the test.
import { decaysBySlope } from './keras-parts';
import { kerasModelCode } from './keras-model';
import { blocks, call, indented, lines, pyNumber, section, type Argument } from './python';
import { dataCode } from './rows';
import { changesRate, kerasRate } from './schedule';
import type { ListingTask } from './task';

/** Code of `data`, texts and labels by split, and of the arrays that a model is given of texts. */
export function kerasBatchCode(task: ListingTask, telling: string): string {
  return section(
    'examples',
    lines(dataCode(task, 'np.array'), lengthCode(task)),
    telling,
    inputFunction(task),
    isOneHot(task) && ANSWERS_CODE,
  );
}

function lengthCode({ settings: { model, text }, input }: ListingTask): string | false {
  if (input === 'vector') return false;
  if (model.model === 'lstm' && !model.maskPadding) return `LENGTH = ${text.maxLength}`;
  const longest = 'max(len(text) for texts, _ in data.values() for text in texts)';
  return `LENGTH = ${model.model === 'cnn' && model.longest > 1 ? `max(${model.longest}, ${longest})` : longest}`;
}

function inputFunction({ settings: { model }, input }: ListingTask): string {
  const head = 'def inputs_of(texts):';
  const pad = (texts: string, more = '') =>
    `keras.utils.pad_sequences(${texts}, LENGTH${more}, padding='post')`;
  switch (input) {
    case 'words':
      return lines(head, `    return ${pad('texts')}`);
    case 'features':
      return lines(
        head,
        `    features = ${pad('texts')}`,
        model.model === 'bag' && model.weighFeatures
          ? "    return [features, WEIGHTS[features].astype('float32')]"
          : "    return [features, (features != 0).astype('float32')]",
      );
    case 'weighted':
      return lines(
        head,
        `    features = ${pad('[list(text) for text in texts]')}`,
        `    values = ${pad('[list(text.values()) for text in texts]', ", dtype='float32'")}`,
        '    return [features, values]',
      );
    case 'vector':
      return lines(
        head,
        `    x = np.zeros((len(texts), ${model.model === 'mlp' ? model.inputs : 0}), 'float32')`,
        '    for row, text in zip(x, texts):',
        '        for feature, value in text.items():',
        '            row[places[feature]] = value',
        '    return x',
      );
    default:
      return input satisfies never;
  }
}

const ANSWERS_CODE = lines(
  'def answers_of(labels):',
  '    return keras.utils.to_categorical(labels, len(CLASSES))',
);

/** Whether labels go to the loss as rows of one 1 among zeros. */
function isOneHot({ settings: { model }, loss, labelSmoothing, outputs }: ListingTask): boolean {
  if (model.model === 'bag') return model.robustness > 0;
  return outputs > 1 && (loss !== 'softmax' || labelSmoothing > 0);
}

/** The loss as an expression, and the function that it may need. */
function lossOf(task: ListingTask): { name: string; code: string } {
  const { settings, loss, labelSmoothing, outputs } = task;
  const { model } = settings;
  const smoothing = labelSmoothing > 0 && `label_smoothing=${pyNumber(labelSmoothing)}`;
  const own = (...body: string[]) => ({
    name: 'loss_of',
    code: lines('def loss_of(truth, found):', ...body.map((line) => `    ${line}`)),
  });
  const ready = (name: string) => ({ name, code: '' });
  if (model.model === 'bag' && model.robustness > 0) {
    const q = pyNumber(model.robustness);
    return own(
      '# Rows whose label the model finds unlikely count less: Zhang & Sabuncu (2018).',
      'right = keras.ops.sum(truth * found, axis=-1)',
      `return (1 - right**${q}) / ${q}`,
    );
  }
  if (loss === 'softmax')
    return smoothing
      ? ready(call('keras.losses.CategoricalCrossentropy', smoothing))
      : ready("'sparse_categorical_crossentropy'");
  if (outputs === 1 && loss === 'hinge') return ready("'squared_hinge'");
  if (outputs === 1)
    return ready(
      smoothing ? call('keras.losses.BinaryCrossentropy', smoothing) : "'binary_crossentropy'",
    );
  const each = loss === 'hinge' ? 'squared_hinge' : 'binary_crossentropy';
  const args: Argument[] = ['truth', 'found', loss === 'sigmoid' && smoothing];
  return own(
    `return len(CLASSES) * ${call(`keras.losses.${each}`, ...args)}  # the sum over the classes`,
  );
}

/** Code of `build()`, the network with its loss and optimizer, and of `trained()`. */
export function kerasBuildCode(task: ListingTask): string {
  const { train } = task.settings;
  const loss = lossOf(task);
  const isMoving = changesRate(train);
  const metric =
    task.loss === 'hinge' && task.outputs === 1
      ? "keras.metrics.BinaryAccuracy(name='accuracy', threshold=0.0)"
      : "'accuracy'";
  return blocks(
    loss.code,
    lines(
      isMoving ? 'def build(steps):' : 'def build():',
      indented(kerasModelCode(task)),
      '    model = keras.Model(inputs, output)',
      indented(optimizerCode(task)),
      `    model.compile(optimizer, ${loss.name}, metrics=[${metric}])`,
      '    return model',
    ),
  );
}

function optimizerCode({ settings: { model, train } }: ListingTask): string {
  const isBag = model.model === 'bag';
  const name = isBag ? 'Adam' : { adam: 'Adam', adamw: 'AdamW', sgd: 'SGD' }[train.optimizer];
  const isDecoupled = name === 'AdamW';
  const optimizer = call(
    `keras.optimizers.${name}`,
    kerasRate(train, 'steps'),
    name === 'SGD' && train.momentum > 0 && `momentum=${pyNumber(train.momentum)}`,
    isDecoupled && `weight_decay=${pyNumber(train.weightDecay)}`,
    !isBag && train.clipNorm > 0 && `global_clipnorm=${pyNumber(train.clipNorm)}`,
  );
  return lines(
    `optimizer = ${optimizer}`,
    isDecoupled &&
      train.weightDecay > 0 &&
      "optimizer.exclude_from_weight_decay(var_names=['bias'])",
  );
}

/** Code that trains, keeps the best epoch and tests it. */
export function kerasRunCode(task: ListingTask): string {
  const { train } = task.settings;
  const answers = isOneHot(task) ? 'answers_of(labels)' : 'labels';
  const isFull = train.fullBatch;
  const build = changesRate(train)
    ? lines(
        isFull ? 'steps = EPOCHS' : 'steps = EPOCHS * math.ceil(len(texts) / BATCH)',
        'model = build(steps)',
      )
    : 'model = build()';
  const options = [
    isFull ? 'batch_size=len(texts)' : 'batch_size=BATCH',
    'epochs=epochs',
    train.balanced && 'class_weight=class_weight',
    'verbose=2',
    '**options',
  ];
  return blocks(
    lines(
      'def trained(texts, labels, epochs, **options):',
      indented(build),
      ...(train.balanced
        ? [
            '    sizes = np.bincount(labels, minlength=len(CLASSES)).clip(1)',
            '    class_weight = dict(enumerate(len(labels) / (len(CLASSES) * sizes)))',
          ]
        : []),
      indented(call('model.fit', 'inputs_of(texts)', answers, ...options)),
      '    return model',
    ),
    lines(
      "texts, labels = data['validation']",
      `validation = (inputs_of(texts), ${answers})`,
      call(
        'best = keras.callbacks.EarlyStopping',
        "'val_accuracy'",
        "mode='max'",
        `patience=${train.patience > 0 ? pyNumber(train.patience) : 'EPOCHS'}`,
        'restore_best_weights=True',
      ),
      "model = trained(*data['train'], EPOCHS, validation_data=validation, callbacks=[best])",
    ),
    train.refit &&
      lines(
        '# Once more from fresh weights, on the validation rows too, for as many epochs as were best.',
        "texts = data['train'][0] + data['validation'][0]",
        "labels = np.concatenate([data['train'][1], data['validation'][1]])",
        'model = trained(texts, labels, best.best_epoch + 1)',
      ),
    train.testAtEnd &&
      lines(
        "texts, labels = data['test']",
        `accuracy = model.evaluate(inputs_of(texts), ${answers}, verbose=0)[1]`,
        "print(f'test accuracy {accuracy:.4f}')",
      ),
  );
}

/** Code of the weight decay that stands in the loss; '' where there is none. */
export function decayCode(task: ListingTask): string {
  if (!decaysBySlope(task)) return '';
  return `DECAY = keras.regularizers.L2(${pyNumber(task.settings.train.weightDecay / 2)})  # its slope is twice that`;
}
