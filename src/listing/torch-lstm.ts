// The recurrent model as a PyTorch module. nn.LSTM knows no dropout of the state from word to word: where the settings have it,
// the layers go word by word through nn.LSTMCell.
import type { LstmSettings } from '../core/settings';
import { blocks, indented, lines, pyNumber } from './python';
import type { ListingTask } from './task';
import { outputsCode, returnCode, sparseCode } from './torch-parts';

/** Code of the class `Classifier`, and of what it is made of. */
export function lstmCode(task: ListingTask, model: LstmSettings): string {
  return model.recurrentDropout > 0
    ? blocks(cellLayerCode(model), cellModelCode(task, model))
    : readyModelCode(task, model);
}

function layerSizes({ width, units, upperUnits, layers, bidirectional }: LstmSettings) {
  const above = upperUnits > 0 ? upperUnits : units;
  const ways = bidirectional ? 2 : 1;
  return Array.from({ length: layers }, (_, i) => ({
    inputs: i === 0 ? width : ways * (i === 1 ? units : above),
    units: i === 0 ? units : above,
  }));
}

function initCode(task: ListingTask, model: LstmSettings, made: readonly string[]): string[] {
  const { width, maskPadding, bidirectional } = model;
  const last = layerSizes(model).at(-1)!;
  const padding = maskPadding ? ', padding_idx=0' : '';
  return [
    'class Classifier(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.embedding = nn.Embedding(ROWS, ${width}${padding}${sparseCode(task)})`,
    ...made,
    `        self.output = nn.Linear(${(bidirectional ? 2 : 1) * last.units}, ${outputsCode(task)})`,
    '',
    '    def forward(self, words):',
  ];
}

function dropCode({ dropout }: LstmSettings): string | false {
  if (dropout === 0) return false;
  const mask = `F.dropout(torch.ones_like(x[:, :1]), ${pyNumber(dropout)}, self.training)`;
  return `x = x * ${mask}  # one mask for all words of a text`;
}

/** The attribute that holds the layers, and what is done with each, under its name `item`. */
interface Stack {
  name: string; // of the attribute where there is one layer
  item: string;
  layers: readonly string[];
  each: readonly (string | false)[];
}

/** Lines that make the layers, and those that go through them; a single layer needs no loop. */
function stackCode({ name, item, layers, each }: Stack): { made: string[]; walk: string } {
  if (layers.length === 1)
    return {
      made: [`        self.${name} = ${layers[0]}`],
      walk: indented(lines(...each).replaceAll(item, `self.${name}`), 2),
    };
  const rows = layers.map((layer) => `            ${layer},`);
  return {
    made: ['        self.layers = nn.ModuleList([', ...rows, '        ])'],
    walk: lines(`        for ${item} in self.layers:`, indented(lines(...each), 3)),
  };
}

function headCode(task: ListingTask, { headDropout }: LstmSettings, pooled: string): string[] {
  const kept =
    headDropout > 0 ? `F.dropout(${pooled}, ${pyNumber(headDropout)}, self.training)` : pooled;
  return [returnCode(task, `self.output(${kept})`)];
}

// ---- layers by nn.LSTM

function readyModelCode(task: ListingTask, model: LstmSettings): string {
  const { maskPadding, bidirectional, pooling } = model;
  const both = bidirectional ? ', bidirectional=True' : '';
  const found = pooling === 'last' ? 'x, (state, _) = lstm(x)' : 'x, _ = lstm(x)';
  const below = pooling === 'max' ? ', padding_value=-1)  # below any state' : ')';
  const isOne = model.layers === 1 && pooling === 'last'; // then nothing reads what is packed
  const { made, walk } = stackCode({
    name: 'lstm',
    item: 'lstm',
    layers: layerSizes(model).map(
      ({ inputs, units }) => `nn.LSTM(${inputs}, ${units}, batch_first=True${both})`,
    ),
    each: [
      dropCode(model),
      maskPadding &&
        'x = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)',
      found,
      maskPadding &&
        !isOne &&
        `x, _ = nn.utils.rnn.pad_packed_sequence(x, batch_first=True${below}`,
    ],
  });
  return lines(
    ...initCode(task, model, made),
    maskPadding && '        lengths = (words != 0).sum(1).cpu()',
    '        x = self.embedding(words)',
    walk,
    ...headCode(task, model, readyPooling(model)),
  );
}

function readyPooling({ pooling, bidirectional, maskPadding }: LstmSettings): string {
  switch (pooling) {
    case 'last':
      return bidirectional ? 'torch.cat((state[0], state[1]), 1)' : 'state[0]';
    case 'mean':
      return maskPadding ? 'x.sum(1) / lengths[:, None].to(x.device)' : 'x.mean(1)';
    case 'max':
      return 'x.amax(1)';
    default:
      return pooling satisfies never;
  }
}

// ---- layers by nn.LSTMCell

function cellLayerCode({ recurrentDropout, maskPadding, bidirectional }: LstmSettings): string {
  const order = bidirectional
    ? '        for t in reversed(range(x.shape[1])) if self.is_reversed else range(x.shape[1]):'
    : '        for t in range(x.shape[1]):';
  const step = 'self.cell(x[:, t], (h * kept, c))';
  return lines(
    'class Layer(nn.Module):',
    `    """An LSTM${bidirectional ? ' in one direction' : ''}, word by word: at each the same units of its state are dropped."""`,
    '',
    bidirectional
      ? '    def __init__(self, inputs, units, is_reversed):'
      : '    def __init__(self, inputs, units):',
    '        super().__init__()',
    '        self.cell = nn.LSTMCell(inputs, units)',
    bidirectional && '        self.is_reversed = is_reversed',
    '',
    maskPadding ? '    def forward(self, x, there):' : '    def forward(self, x):',
    '        h = c = x.new_zeros(len(x), self.cell.hidden_size)',
    `        kept = F.dropout(torch.ones_like(h), ${pyNumber(recurrentDropout)}, self.training)`,
    '        states = [h] * x.shape[1]',
    order,
    ...(maskPadding
      ? [
          `            new_h, new_c = ${step}`,
          '            h = torch.where(there[:, t], new_h, h)',
          '            c = torch.where(there[:, t], new_c, c)',
        ]
      : [`            h, c = ${step}`]),
    '            states[t] = h',
    '        return torch.stack(states, 1)',
  );
}

function cellModelCode(task: ListingTask, model: LstmSettings): string {
  const { maskPadding, bidirectional } = model;
  const there = maskPadding ? ', there' : '';
  const sizes = layerSizes(model);
  const { made, walk } = stackCode({
    name: bidirectional ? 'directions' : 'layer',
    item: bidirectional ? 'directions' : 'layer',
    layers: sizes.map(({ inputs, units }) =>
      bidirectional
        ? `nn.ModuleList([Layer(${inputs}, ${units}, False), Layer(${inputs}, ${units}, True)])`
        : `Layer(${inputs}, ${units})`,
    ),
    each: [
      dropCode(model),
      bidirectional
        ? `x = torch.cat([each(x${there}) for each in directions], 2)`
        : `x = layer(x${there})`,
    ],
  });
  return lines(
    ...initCode(task, model, made),
    maskPadding && '        there = (words != 0)[:, :, None]',
    '        x = self.embedding(words)',
    walk,
    ...headCode(task, model, cellPooling(model, sizes.at(-1)!.units)),
  );
}

function cellPooling({ pooling, bidirectional, maskPadding }: LstmSettings, units: number): string {
  switch (pooling) {
    case 'last':
      return bidirectional ? `torch.cat((x[:, -1, :${units}], x[:, 0, ${units}:]), 1)` : 'x[:, -1]';
    case 'mean':
      return maskPadding ? '(x * there).sum(1) / there.sum(1)' : 'x.mean(1)';
    case 'max':
      return maskPadding ? 'x.masked_fill(~there, -1).amax(1)' : 'x.amax(1)';
    default:
      return pooling satisfies never;
  }
}
