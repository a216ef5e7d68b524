// Accuracy and times on the real AG News files: the headless driver with default settings, three seeds, both tiers, and
// the thorough preset; beside it fastText with bigrams on the very same files. Ours keeps a tenth of the training rows for
// validation and reads them once an epoch; fastText trains on all.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { ROOT } from '../../scripts/prepare.mjs';

const SEEDS = [1, 2, 3];
const runFile = promisify(execFile);

async function runDriver(folder, args) {
  const files = ['train', 'test'].flatMap((role) => [`--${role}`, join(folder, `${role}.csv`)]);
  const { stdout } = await runFile(
    process.execPath,
    [join(ROOT, 'scripts/headless.mjs'), ...files, ...args],
    { maxBuffer: 1 << 26 },
  );
  const result = JSON.parse(stdout);
  const tier = args[args.indexOf('--tier') + 1];
  if (result.tier !== tier) throw new Error(`${tier} was asked for, but ${result.tier} trained`);
  return result;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Rows as fastText reads them: its own label mark, then lower-case words and punctuation apart. */
function exportRows(source, target) {
  const { data } = Papa.parse(readFileSync(source, 'utf8'), {
    newline: '\n',
    skipEmptyLines: true,
  });
  const lines = data.map(([label, ...fields]) => {
    const words =
      fields
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
    return `__label__${label} ${words.join(' ')}`;
  });
  writeFileSync(target, `${lines.join('\n')}\n`);
}

/** fastText 0.9 with the settings of its own AG News script; null where it isn't installed. */
async function runFastText(folder) {
  const work = mkdtempSync(join(tmpdir(), 'broadsheet-fasttext-'));
  try {
    for (const part of ['train', 'test'])
      exportRows(join(folder, `${part}.csv`), join(work, `${part}.txt`));
    const options = '-wordNgrams 2 -dim 10 -lr 0.25 -epoch 5 -thread 2 -verbose 0'.split(' ');
    const start = performance.now();
    await runFile('fasttext', [
      'supervised',
      ...['-input', join(work, 'train.txt'), '-output', join(work, 'model')],
      ...options,
    ]);
    const seconds = (performance.now() - start) / 1000;
    const { stdout } = await runFile('fasttext', [
      'test',
      join(work, 'model.bin'),
      join(work, 'test.txt'),
    ]);
    return { seconds, accuracy: Number(/P@1\s+([\d.]+)/.exec(stdout)?.[1]) };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Three trainings with these options; beside each, where asked, one of fastText. */
async function trainSeeds(folder, args, withFastText = false) {
  const ours = [];
  const theirs = [];
  for (const seed of SEEDS) {
    ours.push(await runDriver(folder, [...args, '--seed', String(seed)]));
    if (withFastText) theirs.push(await runFastText(folder));
  }
  return { ours, theirs };
}

/** The figures of three trainings, as means. */
function rowsOf(name, results, { accuracyBar, trainingBar } = {}) {
  const meanOf = (read) => mean(results.map(read));
  const seconds = (what, key, bar) => ({
    what: `${name}: ${what}`,
    value: meanOf((result) => result.seconds[key]),
    unit: 's',
    bar,
  });
  return [
    {
      what: `${name}: test accuracy, mean of seeds ${SEEDS.join(', ')}`,
      value: 100 * meanOf(({ test }) => test.accuracy),
      unit: '%',
      bar: accuracyBar,
    },
    ...results.map(({ seed, test }) => ({
      what: `${name}: test accuracy, seed ${seed}`,
      value: 100 * test.accuracy,
      unit: '%',
    })),
    {
      what: `${name}: validation accuracy`,
      value: 100 * meanOf(({ validation }) => validation.accuracy),
      unit: '%',
    },
    seconds('training', 'train', trainingBar),
    seconds('import', 'import'),
    seconds('cleaning', 'clean'),
    seconds('encoding', 'encode'),
    seconds('testing', 'evaluate'),
  ];
}

/** How our training time stands to fastText's, each the mean of three taken in turn. */
function compareWithFastText(ours, theirs) {
  if (theirs.includes(null))
    return [{ what: 'fastText', value: 'skipped: the program fasttext is not installed' }];
  const seconds = mean(theirs.map((result) => result.seconds));
  const accuracy = mean(theirs.map((result) => result.accuracy));
  const ratioOf = (read) => mean(ours.map((result) => read(result.seconds))) / seconds;
  return [
    { what: 'fastText with bigrams: test accuracy', value: 100 * accuracy, unit: '%' },
    { what: 'fastText with bigrams: training', value: seconds, unit: 's' },
    {
      what: 'wasm: training, times fastText',
      value: ratioOf(({ train }) => train),
      unit: '×',
      bar: '<= 2',
    },
    {
      // fastText's time holds reading, counting and writing its model too.
      what: 'wasm: encoding and training, times fastText',
      value: ratioOf(({ encode, train }) => encode + train),
      unit: '×',
    },
  ];
}

/** Trains on the real files and compares with fastText. */
export async function run() {
  const folder = process.env.AG_NEWS_DIR;
  if (!folder) return { skipped: 'AG_NEWS_DIR does not name the folder of the real AG News files' };
  const wasm = await trainSeeds(folder, ['--tier', 'wasm'], true);
  const webgpu = await trainSeeds(folder, ['--tier', 'webgpu']);
  const thorough = await trainSeeds(folder, ['--tier', 'wasm', '--preset', 'thorough']);
  const trainingBar = '<= 120 on a software adapter';
  return [
    ...rowsOf('wasm', wasm.ours, { accuracyBar: '>= 91.8' }),
    ...compareWithFastText(wasm.ours, wasm.theirs),
    ...rowsOf('webgpu', webgpu.ours, { accuracyBar: '>= 91.8', trainingBar }),
    ...rowsOf('thorough', thorough.ours, { accuracyBar: 'aim 92.5' }),
  ];
}
