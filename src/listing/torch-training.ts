// How a PyTorch listing trains: the optimizer, the steps of an epoch, the best epoch, the test.
import { blocks, indented, lines, pyNumber } from './python';
import { changesRate, rateFunction } from './schedule';
import type { ListingTask } from './task';
import { isSparse } from './torch-parts';
import { drawsWeights } from './torch-weights';

/** Which optimizers move a model: one, one for the table and one for the rest, or the bag's own for its table. */
type Movers = 'one' | 'two' | 'bag';

function moversOf(task: ListingTask): Movers {
  if (task.settings.model.model === 'bag') return 'bag';
  return isSparse(task) ? 'two' : 'one';
}

/** Code of `train(texts, labels)`, which hands out the model after every epoch. */
export function torchTrainCode(task: ListingTask): string {
  const { train } = task.settings;
  const isCounted = changesRate(train) || moversOf(task) === 'bag';
  return blocks(
    rateFunction(train),
    moversOf(task) === 'bag' && TABLE_STEP,
    lines(
      'def train(texts, labels):',
      '    """Trains a fresh model, and hands it out after every epoch."""',
      indented(beginning(task)),
      changesRate(train) && `    steps = EPOCHS * ${stepsCode(task)}`,
      isCounted && '    step = 0',
      '    for _ in range(EPOCHS):',
      '        model.train()',
      indented(orderCode(task), 2),
      indented(stepCode(task), 3),
      '        yield model',
    ),
  );
}

const TABLE_STEP = lines(
  'def move_table(table, squares, step, rate):',
  '    """Row-wise RMSprop: only the rows of features that the batch has move."""',
  '    slopes = table.weight.grad.coalesce()',
  '    rows, slopes = slopes.indices()[0], slopes.values()',
  '    squares[rows] = 0.999 * squares[rows] + 0.001 * slopes.square().mean(1)',
  '    roots = (squares[rows] / (1 - 0.999**step)).sqrt() + 1e-8',
  '    table.weight.data[rows] -= rate * slopes / roots[:, None]',
);

function stepsCode({ settings: { train } }: ListingTask): string {
  return train.fullBatch ? '1' : 'math.ceil(len(texts) / BATCH)';
}

function beginning(task: ListingTask): string {
  const { model, train } = task.settings;
  const telling = model.model === 'bag' && model.weighFeatures ? 'telling(texts, labels)' : '';
  return lines(
    `model = Classifier(${telling}).to(device)`,
    drawsWeights(task) && 'draw_weights(model)',
    optimizerCode(task),
    train.balanced && 'sizes = torch.bincount(labels, minlength=len(CLASSES)).clamp(min=1)',
    train.balanced && 'class_weights = (len(labels) / (len(CLASSES) * sizes)).to(device)',
  );
}

function optimizerCode(task: ListingTask): string {
  const { train } = task.settings;
  const rate = `lr=${pyNumber(train.learningRate)}`;
  switch (moversOf(task)) {
    case 'bag':
      return lines(
        `optimizer = torch.optim.Adam(model.output.parameters(), ${rate})`,
        'squares = torch.zeros(len(model.table.weight), device=device)',
      );
    case 'two':
      return lines(
        `table = model.${task.input === 'words' ? 'embedding' : 'table'}.weight`,
        'others = [weights for weights in model.parameters() if weights is not table]',
        '# Of the table only the rows move that a batch has.',
        `optimizers = [torch.optim.SparseAdam([table], ${rate}), torch.optim.Adam(others, ${rate})]`,
      );
    case 'one':
      return oneOptimizer(task, rate);
  }
}

function oneOptimizer({ settings: { train } }: ListingTask, rate: string): string {
  const { optimizer, momentum, weightDecay } = train;
  const name = { adam: 'Adam', adamw: 'AdamW', sgd: 'SGD' }[optimizer];
  const more = optimizer === 'sgd' && momentum > 0 ? `, momentum=${pyNumber(momentum)}` : '';
  if (weightDecay === 0) {
    const none = optimizer === 'adamw' ? ', weight_decay=0' : '';
    return `optimizer = torch.optim.${name}(model.parameters(), ${rate}${more}${none})`;
  }
  return lines(
    'matrices = [weights for weights in model.parameters() if weights.dim() > 1]',
    'biases = [weights for weights in model.parameters() if weights.dim() == 1]',
    `groups = [{'params': matrices, 'weight_decay': ${pyNumber(weightDecay)}}, {'params': biases, 'weight_decay': 0}]`,
    `optimizer = torch.optim.${name}(groups, ${rate}${more})`,
  );
}

/** The head of the loop over an epoch's batches. */
function orderCode({ settings, input }: ListingTask): string {
  const { model, train } = settings;
  if (train.fullBatch) return 'for batch in [torch.arange(len(texts))]:';
  const isFixed = model.model === 'lstm' && !model.maskPadding;
  if (input !== 'words' || isFixed || !train.buckets)
    return 'for batch in torch.randperm(len(texts)).split(BATCH):';
  return lines(
    '# Texts of like length share a batch.',
    'order = sorted(torch.randperm(len(texts)).tolist(), key=lambda row: len(texts[row]) // 8)',
    'batches = torch.tensor(order).split(BATCH)',
    'for batch in [batches[i] for i in torch.randperm(len(batches))]:',
  );
}

function stepCode(task: ListingTask): string {
  const { train } = task.settings;
  const movers = moversOf(task);
  const isMoving = changesRate(train);
  const rate = isMoving ? 'rate(step, steps)' : pyNumber(train.learningRate);
  const weights = train.balanced ? ', class_weights' : '';
  const groups =
    movers === 'two'
      ? 'for group in [group for optimizer in optimizers for group in optimizer.param_groups]:'
      : 'for group in optimizer.param_groups:';
  return lines(
    ...(isMoving ? [groups, `    group['lr'] = ${rate}`] : []),
    (isMoving || movers === 'bag') && 'step += 1',
    'logits = model(*batch_of([texts[row] for row in batch]))',
    `loss = loss_of(logits, labels[batch].to(device)${weights})`,
    'model.zero_grad()',
    'loss.backward()',
    train.clipNorm > 0 &&
      movers !== 'bag' &&
      `nn.utils.clip_grad_norm_(model.parameters(), ${pyNumber(train.clipNorm)})`,
    ...(movers === 'two'
      ? ['for optimizer in optimizers:', '    optimizer.step()']
      : ['optimizer.step()']),
    movers === 'bag' &&
      `move_table(model.table, squares, step, ${isMoving ? "optimizer.param_groups[0]['lr']" : rate})`,
  );
}

/** Code that trains, keeps the best epoch and tests it. */
export function torchRunCode({ settings: { train } }: ListingTask): string {
  const counts = train.patience > 0 || train.refit; // the number of the best epoch is wanted
  return blocks(
    lines(
      'best_accuracy = -1',
      "for epoch, model in enumerate(train(*data['train']), 1):",
      "    found = accuracy(model, *data['validation'])",
      "    print(f'epoch {epoch}: validation accuracy {found:.4f}')",
      '    if found > best_accuracy:',
      '        best_accuracy, best = found, copy.deepcopy(model)',
      counts && '        best_epoch = epoch',
      train.patience > 0 && `    if epoch - best_epoch >= ${pyNumber(train.patience)}:`,
      train.patience > 0 && '        break',
    ),
    train.refit &&
      lines(
        '# Once more from fresh weights, on the validation rows too, for as many epochs as were best.',
        "texts = data['train'][0] + data['validation'][0]",
        "labels = torch.cat((data['train'][1], data['validation'][1]))",
        'for epoch, best in enumerate(train(texts, labels), 1):',
        '    if epoch == best_epoch:',
        '        break',
      ),
    train.testAtEnd && `print(f"test accuracy {accuracy(best, *data['test']):.4f}")`,
  );
}
