// Accuracy and times on the real AG News files: the headless driver with default settings, three seeds, both tiers, and
// the slower preset; beside it fastText with bigrams on the very same files.
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
  return JSON.parse(stdout);
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

async function measureTier(folder, tier, bar) {
  const results = [];
  for (const seed of SEEDS)
    results.push(await runDriver(folder, ['--tier', tier, '--seed', String(seed)]));
  const of = (read) => results.map(read);
  const row = (what, read, unit, rowBar) => ({
    what: `${tier}: ${what}`,
    value: mean(of(read)),
    unit,
    bar: rowBar,
  });
  return [
    row(
      `test accuracy, mean of seeds ${SEEDS.join(', ')}`,
      (r) => 100 * r.test.accuracy,
      '%',
      '>= 91.8',
    ),
    ...results.map((r) => ({
      what: `${tier}: test accuracy, seed ${r.seed}`,
      value: 100 * r.test.accuracy,
      unit: '%',
    })),
    row('validation accuracy', (r) => 100 * r.validation.accuracy, '%'),
    row('training', (r) => r.seconds.train, 's', bar),
    row('import', (r) => r.seconds.import, 's'),
    row('cleaning', (r) => r.seconds.clean, 's'),
    row('encoding', (r) => r.seconds.encode, 's'),
    row('testing', (r) => r.seconds.evaluate, 's'),
  ];
}

/** Trains on the real files and compares with fastText. */
export async function run() {
  const folder = process.env.AG_NEWS_DIR;
  if (!folder) return { skipped: 'AG_NEWS_DIR does not name the folder of the real AG News files' };
  const wasm = await measureTier(folder, 'wasm');
  const fastText = await runFastText(folder);
  const webgpu = await measureTier(folder, 'webgpu', '<= 120 on a software adapter');
  const training = wasm.find(({ what }) => what === 'wasm: training').value;
  const beside = fastText
    ? [
        { what: 'fastText with bigrams: test accuracy', value: 100 * fastText.accuracy, unit: '%' },
        { what: 'fastText with bigrams: training', value: fastText.seconds, unit: 's' },
        {
          what: 'wasm: training, times fastText',
          value: training / fastText.seconds,
          unit: '×',
          bar: '<= 2',
        },
      ]
    : [{ what: 'fastText', value: 'skipped: the program fasttext is not installed', unit: '' }];
  return [...wasm, ...beside, ...webgpu];
}
