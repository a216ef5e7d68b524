// The models as PyTorch modules: what `Classifier` is for each of them. It gives logits: a row of them for each text, or a
// single one where there is one output.
import type { BagSettings, CnnSettings, MlpSettings, ModelSettings } from '../core/settings';
import { blocks, lines, pyNumber, section } from './python';
import type { ListingTask } from './task';
import { lstmCode } from './torch-lstm';
import { outputsCode, returnCode, sparseCode } from './torch-parts';
import { freshWeightsCode } from './torch-weights';

/** Code of the class `Classifier`, with the drawing of its fresh weights. */
export function torchModelCode(task: ListingTask): string {
  return section('model', modelCode(task, task.settings.model));
}

function modelCode(task: ListingTask, model: ModelSettings): string {
  switch (model.model) {
    case 'bag':
      return bagCode(model);
    case 'linear':
      return linearCode(task);
    case 'mlp':
      return mlpCode(task, model);
    case 'cnn':
      return cnnCode(task, model);
    case 'lstm':
      return blocks(lstmCode(task, model), freshWeightsCode(task, model.init));
    default:
      return model satisfies never;
  }
}

function bagCode({ width, featureDropout, weighFeatures }: BagSettings): string {
  const weights = weighFeatures ? 'self.weights[features]' : '(features != 0).float()';
  return lines(
    'class Classifier(nn.Module):',
    weighFeatures ? '    def __init__(self, weights):' : '    def __init__(self):',
    '        super().__init__()',
    weighFeatures && "        self.register_buffer('weights', weights)",
    `        self.table = nn.EmbeddingBag(ROWS, ${width}, mode='sum', sparse=True)`,
    `        self.output = nn.Linear(${width}, len(CLASSES))`,
    '        nn.init.uniform_(self.table.weight, -0.1, 0.1)',
    '        nn.init.uniform_(self.output.weight, -0.1, 0.1)',
    '        nn.init.zeros_(self.output.bias)',
    '',
    '    def forward(self, features):',
    featureDropout > 0
      ? `        weights = F.dropout(${weights}, ${pyNumber(featureDropout)}, self.training)`
      : `        weights = ${weights}`,
    '        shares = weights / weights.sum(1, keepdim=True).clamp(min=1e-9)',
    '        return self.output(self.table(features, per_sample_weights=shares).relu())',
  );
}

function linearCode(task: ListingTask): string {
  return lines(
    'class Classifier(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.table = nn.EmbeddingBag(ROWS, ${outputsCode(task)}, mode='sum'${sparseCode(task)})`,
    `        self.bias = nn.Parameter(torch.zeros(${outputsCode(task)}))`,
    '        nn.init.zeros_(self.table.weight)  # the loss has one valley only',
    '',
    '    def forward(self, features, values):',
    returnCode(task, '(self.table(features, per_sample_weights=values) + self.bias)'),
  );
}

function mlpCode(task: ListingTask, model: MlpSettings): string {
  const { units, layers, activation, dropout, inputs } = model;
  const isVector = task.input === 'vector';
  const behind = dropout > 0 ? [`nn.Dropout(${pyNumber(dropout)})`] : [];
  const bend = { relu: 'nn.ReLU()', tanh: 'nn.Tanh()', sigmoid: 'nn.Sigmoid()' }[activation];
  const hidden = Array.from({ length: layers }, (_, i) => [
    ...(i > 0
      ? [`nn.Linear(${units}, ${units})`]
      : isVector
        ? [`nn.Linear(${inputs}, ${units})`]
        : []),
    bend,
    ...behind,
  ]).flat();
  const all = [...hidden, `nn.Linear(${units}, ${outputsCode(task)})`];
  const first = isVector
    ? []
    : [
        `        self.table = nn.EmbeddingBag(ROWS, ${units}, mode='sum'${sparseCode(task)})`,
        `        self.bias = nn.Parameter(torch.zeros(${units}))`,
      ];
  const module = lines(
    'class Classifier(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    ...first,
    '        self.layers = nn.Sequential(',
    ...all.map((layer) => `            ${layer},`),
    '        )',
    '',
    isVector ? '    def forward(self, x):' : '    def forward(self, features, values):',
    !isVector && '        x = self.table(features, per_sample_weights=values) + self.bias',
    returnCode(task, 'self.layers(x)'),
  );
  return blocks(module, freshWeightsCode(task, model.init));
}

function cnnCode(task: ListingTask, model: CnnSettings): string {
  const { width, filters, shortest, longest, dropout } = model;
  const widths = shortest === longest ? `(${shortest},)` : `range(${shortest}, ${longest + 1})`;
  const pooled =
    dropout > 0
      ? `F.dropout(torch.cat(tops, 1), ${pyNumber(dropout)}, self.training)`
      : 'torch.cat(tops, 1)';
  const module = lines(
    'class Classifier(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    `        self.embedding = nn.Embedding(ROWS, ${width}, padding_idx=0${sparseCode(task)})`,
    `        self.filters = nn.ModuleList(nn.Conv1d(${width}, ${filters}, words) for words in ${widths})`,
    `        self.output = nn.Linear(${filters * (longest - shortest + 1)}, ${outputsCode(task)})`,
    '',
    '    def forward(self, words):',
    longest > 1 && `        words = F.pad(words, (0, max(0, ${longest} - words.shape[1])))`,
    '        x = self.embedding(words).transpose(1, 2)',
    '        tops = []',
    '        for convolution in self.filters:',
    '            y = convolution(x).relu()',
    '            # Windows that reach into the filler do not count, but for the first one of a short text.',
    '            outside = words[:, convolution.kernel_size[0] - 1 :] == 0',
    '            outside[:, 0] = False',
    '            tops.append(y.masked_fill(outside[:, None], 0).amax(2))',
    returnCode(task, `self.output(${pooled})`),
  );
  return blocks(module, freshWeightsCode(task, model.init));
}
