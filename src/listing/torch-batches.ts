// What a PyTorch listing trains on: batches, the loss, and how many answers are right.
import { blocks, lines, pyNumber, section } from './python';
import { dataCode } from './rows';
import type { ListingTask } from './task';

/** Code that turns rows into batches: `data` by split, and `batch_of(texts)`. */
export function torchBatchCode(task: ListingTask): string {
  return section('batches', dataCode(task, 'torch.tensor'), batchFunction(task));
}

function batchFunction({ settings, input }: ListingTask): string {
  const { model, text } = settings;
  const head = 'def batch_of(texts):';
  switch (input) {
    case 'words':
      if (model.model !== 'lstm' || model.maskPadding)
        return lines(
          head,
          '    words = [torch.tensor(text) for text in texts]',
          '    return [nn.utils.rnn.pad_sequence(words, batch_first=True).to(device)]',
        );
      return lines(
        head,
        `    words = torch.zeros(len(texts), ${text.maxLength}, dtype=torch.long)`,
        '    for row, text in zip(words, texts):',
        '        row[: len(text)] = torch.tensor(text)',
        '    return [words.to(device)]',
      );
    case 'features':
      return lines(
        head,
        '    features = [torch.tensor(text, dtype=torch.long) for text in texts]',
        '    return [nn.utils.rnn.pad_sequence(features, batch_first=True).to(device)]',
      );
    case 'weighted':
      return lines(
        head,
        '    features = [torch.tensor(list(text), dtype=torch.long) for text in texts]',
        '    values = [torch.tensor(list(text.values()), dtype=torch.float) for text in texts]',
        '    both = (features, values)',
        '    return [nn.utils.rnn.pad_sequence(lists, batch_first=True).to(device) for lists in both]',
      );
    case 'vector':
      return lines(
        head,
        `    x = torch.zeros(len(texts), ${model.model === 'mlp' ? model.inputs : 0})`,
        '    for row, text in zip(x, texts):',
        '        for feature, value in text.items():',
        '            row[places[feature]] = value',
        '    return [x.to(device)]',
      );
    default:
      return input satisfies never;
  }
}

/** Code of the loss, of the answers and of their accuracy. */
export function torchLossCode(task: ListingTask): string {
  const { settings, outputs } = task;
  const answer = outputs === 1 ? '(logits > 0).long()' : 'logits.argmax(1)';
  const weighted = settings.train.balanced;
  return blocks(
    lines(
      weighted ? 'def loss_of(logits, labels, class_weights):' : 'def loss_of(logits, labels):',
      ...lossLines(task).map((line) => `    ${line}`),
    ),
    lines(
      'def accuracy(model, texts, labels):',
      '    model.eval()',
      '    with torch.no_grad():',
      '        parts = [model(*batch_of(texts[i : i + 256])) for i in range(0, len(texts), 256)]',
      '    logits = torch.cat(parts).cpu()',
      `    return (${answer} == labels).float().mean().item()`,
    ),
  );
}

function lossLines(task: ListingTask): string[] {
  const { settings, loss, labelSmoothing } = task;
  const { model, train } = settings;
  const mean = (each: string) =>
    train.balanced ? `return (${each} * class_weights[labels]).mean()` : `return ${each}.mean()`;
  if (model.model === 'bag' && model.robustness > 0) {
    const q = pyNumber(model.robustness);
    return [
      'right = logits.softmax(1).gather(1, labels[:, None]).squeeze(1)',
      `# Rows whose label the model finds unlikely count less: Zhang & Sabuncu (2018), generalized cross entropy.`,
      mean(`((1 - right**${q}) / ${q})`),
    ];
  }
  if (loss === 'softmax') {
    const smoothing = labelSmoothing > 0 ? `, label_smoothing=${pyNumber(labelSmoothing)}` : '';
    return train.balanced
      ? [mean(`F.cross_entropy(logits, labels, reduction='none'${smoothing})`)]
      : [`return F.cross_entropy(logits, labels${smoothing})`];
  }
  return outsideSoftmax(task, mean);
}

/** Losses that take each output on its own; those of a row are added up. */
function outsideSoftmax(
  { loss, labelSmoothing, outputs }: ListingTask,
  mean: (each: string) => string,
): string[] {
  const target = outputs === 1 ? 'labels.float()' : 'F.one_hot(labels, len(CLASSES)).float()';
  const sum = outputs === 1 ? '' : '.sum(1)';
  if (loss === 'hinge')
    return [`sides = 2 * ${target} - 1`, mean(`(1 - sides * logits).relu().square()${sum}`)];
  const s = labelSmoothing;
  const smoothed = s > 0 ? `${target} * ${pyNumber(1 - s)} + ${pyNumber(s / 2)}` : target;
  return [
    `target = ${smoothed}`,
    mean(`F.binary_cross_entropy_with_logits(logits, target, reduction='none')${sum}`),
  ];
}
