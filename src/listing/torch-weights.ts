// Fresh weights in PyTorch: what its own layers draw, or Keras's rules.
import type { InitName } from '../core/settings';
import { lines } from './python';
import type { ListingTask } from './task';

/** Code of `draw_weights(model)`; '' where PyTorch's layers draw as the settings say. */
export function freshWeightsCode(task: ListingTask, init: InitName): string {
  return init === 'keras' ? kerasRules(task) : torchRules(task);
}

/** Whether a listing has `draw_weights`. */
export function drawsWeights(task: ListingTask): boolean {
  const { model } = task.settings;
  return 'init' in model && freshWeightsCode(task, model.init) !== '';
}

function kerasRules({ settings: { model }, input }: ListingTask): string {
  const rules: [string, string[]][] = [];
  if (input === 'words')
    rules.push(["'embedding' in name", ['nn.init.uniform_(weights, -0.05, 0.05)']]);
  if (model.model === 'lstm') {
    rules.push([
      "'bias_hh' in name",
      ['nn.init.zeros_(weights)', 'weights.requires_grad_(False)  # Keras has one bias only'],
    ]);
    rules.push([
      "'bias_ih' in name",
      [
        'nn.init.zeros_(weights)',
        'weights.data[len(weights) // 4 : len(weights) // 2] = 1  # forget gates',
      ],
    ]);
    rules.push(["'weight_hh' in name", ['nn.init.orthogonal_(weights)']]);
  }
  rules.push(["'bias' in name", ['nn.init.zeros_(weights)']]);
  const zero =
    input === 'words' && (model.model === 'cnn' || (model.model === 'lstm' && model.maskPadding));
  return lines(
    'def draw_weights(model):',
    '    """Fresh weights as Keras draws them."""',
    '    for name, weights in model.named_parameters():',
    ...rules.flatMap(([condition, actions], i) => [
      `        ${i > 0 ? 'elif' : 'if'} ${condition}:`,
      ...actions.map((action) => `            ${action}`),
    ]),
    '        else:',
    '            nn.init.xavier_uniform_(weights)',
    zero && '    model.embedding.weight.data[0] = 0  # filler',
  );
}

function torchRules({ settings: { model }, input }: ListingTask): string {
  if (model.model !== 'mlp' || input !== 'weighted') return '';
  return lines(
    'def draw_weights(model):',
    '    """The table of features is a linear layer, and drawn as one."""',
    '    bound = len(model.table.weight) ** -0.5',
    '    nn.init.uniform_(model.table.weight, -bound, bound)',
    '    nn.init.uniform_(model.bias, -bound, bound)',
  );
}
