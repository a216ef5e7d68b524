// The options of the headless driver: what they are called, what they may say, what --help prints.
import { accessSync, constants } from 'node:fs';
import { parseArgs } from 'node:util';

const MODELS = ['bag', 'linear', 'mlp', 'cnn', 'lstm'];
const TIERS = ['webgpu', 'wasm'];
const SAMPLES = ['english', 'chinese'];

/** What --help prints. */
export const HELP = `npm run headless -- --train FILE [options]

Opens the built page in the system's Chromium, gives it files, presses its buttons, and ends with one line of
JSON on standard output. Progress goes to standard error.

Data
  --train FILE          rows to train on: CSV, TSV, JSON, labelled lines; plain or gzipped
  --test FILE           rows to test on; without, a tenth of the training rows is held out
  --classes FILE        names of the classes, one a line
  --sample NAME         one of the page's own samples instead of files: ${SAMPLES.join(', ')}
  --text COL[,COL]      columns of the text, by name or 1-based number; several become several fields
  --label COL           column of the label
  --no-label            the rows have no labels
  --split COL           column that sends each row to train, validation or test
  --id COL              column of the rows' own names
  --charset NAME        character set, as the page's list has it, e.g. gb18030; without, it is found

Training
  --model NAME          ${MODELS.join(', ')}, each with its own settings (bag)
  --preset NAME         instead: one of the page's presets, the articles' models among them, e.g. lstmPrinted
  --target CLASS        tell one class, by its key or name, from the rest; without, all classes
  --tier NAME           ${TIERS.join(', ')}; without, as the page chooses
  --seed N              of weights, shuffles and dropout (1)
  --epochs N            how often every row is read
  --set KEY=VALUE       any setting of the page's forms, e.g. --set text.order=3; may be given again

Running
  --json OUT            also write the result to a file
  --chrome-path PATH    the browser to use; else CHROME_PATH, else the system's
  --help                this text`;

const OPTIONS = {
  train: { type: 'string' },
  test: { type: 'string' },
  classes: { type: 'string' },
  sample: { type: 'string' },
  text: { type: 'string' },
  label: { type: 'string' },
  'no-label': { type: 'boolean', default: false },
  split: { type: 'string' },
  id: { type: 'string' },
  charset: { type: 'string' },
  model: { type: 'string' },
  preset: { type: 'string' },
  target: { type: 'string' },
  tier: { type: 'string' },
  seed: { type: 'string', default: '1' },
  epochs: { type: 'string' },
  set: { type: 'string', multiple: true, default: [] },
  json: { type: 'string' },
  'chrome-path': { type: 'string' },
  help: { type: 'boolean', default: false },
};

function demandOneOf(name, value, choices) {
  if (value !== undefined && !choices.includes(value))
    throw new Error(`--${name} must be one of ${choices.join(', ')}; it is “${value}”.`);
}

function demandReadable(name, path) {
  try {
    if (path !== undefined) accessSync(path, constants.R_OK);
  } catch {
    throw new Error(`--${name} names ${path}, which cannot be read.`);
  }
}

/** How the files are to be read, or undefined where the page is to find it out. */
function readingOf({ text, label, split, id, charset, 'no-label': hasNone }) {
  const choices = { text: text?.split(','), label: hasNone ? null : label, split, id, charset };
  return Object.values(choices).some((value) => value !== undefined) ? choices : undefined;
}

function splitSetting(text) {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new Error(`--set expects KEY=VALUE; it got “${text}”.`);
  return [name, value];
}

/**
 * Reads the command line; throws one sentence for what cannot be meant.
 * @param {string[]} args
 */
export function readOptions(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.help)
    return {
      ...values,
      preset: undefined,
      chromePath: undefined,
      settings: [],
      reading: undefined,
    };
  const { train, test, classes, sample, model, preset, seed, epochs, set } = values;
  if ((train === undefined) === (sample === undefined))
    throw new Error('Give either --train FILE or --sample NAME; --help tells all options.');
  if (sample !== undefined && (test ?? classes) !== undefined)
    throw new Error(
      'A sample has its own test part and classes: --test and --classes go with --train.',
    );
  const reading = readingOf(values);
  if (sample !== undefined && reading)
    throw new Error('A sample is read as it is: columns and character sets go with --train.');
  if (values['no-label'] && values.label !== undefined)
    throw new Error('Give either --label COL or --no-label.');
  if (model !== undefined && preset !== undefined)
    throw new Error('Give either --model NAME or --preset NAME.');
  demandOneOf('sample', sample, SAMPLES);
  demandOneOf('model', model, MODELS);
  demandOneOf('tier', values.tier, TIERS);
  for (const name of ['train', 'test', 'classes']) demandReadable(name, values[name]);
  const settings = [...set.map(splitSetting), ['train.seed', seed]];
  if (epochs !== undefined) settings.push(['train.epochs', epochs]);
  const presetOfModel = model === 'bag' ? 'standard' : model;
  return {
    ...values,
    preset: preset ?? presetOfModel,
    chromePath: values['chrome-path'],
    settings,
    reading,
  };
}
