// Each format that is read, from a file to a trained classifier on the built page: one visit, one dataset after the other.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { giveFiles, train } from '../../scripts/drive.mjs';
import { chooseTier } from '../../scripts/settings-form.mjs';
import { ROWS } from './format-rows.mjs';
import { setOptions, visit } from './page';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (write: (row: (typeof ROWS)[number], i: number) => string) =>
  `${ROWS.map(write).join('\n')}\n`;
const webPage = (text: string) =>
  `<!DOCTYPE html><title>Notice</title><nav>Home</nav><p>${text.replace(', ', ',<br>')}</p>`;

const TEXTS: Record<string, string> = {
  'commas.csv': `label,text\r\n${ROWS.map(({ label, text }) => `${label},"${text}"\r\n`).join('')}`,
  'tabs.tsv': `label\ttext\n${lines(({ label, text }) => `${label}\t${text}`)}`,
  'semicolons.csv': lines(({ label, text }) => `${label};"${text}"`),
  'label-first.txt': lines(({ label, text }) => `${label}\t${text}`),
  'label-last.txt': lines(({ label, text }) => `${text}\t${label}`),
  'fasttext.txt': lines(({ label, text }) => `__label__${label} ${text}`),
  'coarse-fine.label': lines(({ label, text }) => `${label.toUpperCase()}:any ${text}`),
  'lines.jsonl': lines((row) => JSON.stringify(row)),
  'array.json': JSON.stringify(ROWS, null, 1),
};

/** Rows in another character set; latin-1 puts each character up to U+00FF into one byte. */
const withWords = (words: string) =>
  Buffer.from(
    lines(({ label, text }) => `${label}\t${text} ${words}`),
    'latin1',
  );
const BYTES: Record<string, Buffer> = {
  'utf-16.csv': Buffer.from(`\ufeff${TEXTS['commas.csv']}`, 'utf16le'),
  'gbk.tsv': withWords('\xbd\xf1\xcc\xec\xd3\xd0\xd3\xea'), // 今天有雨
  'windows-1252.tsv': withWords('at the caf\xe9, \x93so they say\x94'),
};
const CHARSETS: Record<string, string> = {
  'utf-16.csv': 'utf-16le',
  'gbk.tsv': 'gb18030',
  'windows-1252.tsv': 'windows-1252',
};

/** A packed folder with a file for each row, in its class's folder. */
function packTexts(name: string, ending: string, write: (text: string) => string): string {
  const home = join(folder, name);
  for (const label of ['weather', 'sport']) mkdirSync(join(home, label), { recursive: true });
  ROWS.forEach(({ label, text }, i) =>
    writeFileSync(join(home, label, `${i}${ending}`), write(text)),
  );
  return pack(name);
}

function pack(name: string): string {
  const path = join(folder, `${name}.tar.gz`);
  execFileSync('tar', ['-czf', path, '-C', folder, name]);
  return path;
}

/** The layout of the original archive, with the first rows of both files. */
function packAgNews(from: string): string {
  const home = join(folder, 'ag_news_csv');
  mkdirSync(home);
  copyFileSync(join(from, 'classes.txt'), join(home, 'classes.txt'));
  for (const [name, rows] of [
    ['train.csv', 2000],
    ['test.csv', 500],
  ] as const) {
    const all = readFileSync(join(from, name), 'utf8').split('\n');
    writeFileSync(join(home, name), `${all.slice(0, rows).join('\n')}\n`);
  }
  writeFileSync(join(home, 'readme.txt'), 'Two files of rows and the names of their classes.\n');
  return pack('ag_news_csv');
}

function allFiles(): string[] {
  const paths = Object.entries({ ...TEXTS, ...BYTES }).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const packed = join(folder, 'packed.csv.gz');
  writeFileSync(packed, gzipSync(TEXTS['commas.csv']));
  const tarred = join(folder, 'tarred.tar');
  execFileSync('tar', ['-cf', tarred, '-C', folder, 'commas.csv']);
  const own = ['snappy.parquet', 'zstd.parquet', 'zipped.zip'].map((name) =>
    join(import.meta.dirname, 'files', name),
  );
  const texts = [packTexts('texts', '.txt', (text) => text), packTexts('pages', '.html', webPage)];
  const agNews = process.env.AG_NEWS_DIR;
  const original = agNews && existsSync(agNews) ? [packAgNews(agNews)] : [];
  return [...paths, packed, tarred, ...own, ...texts, ...original];
}

it('every format makes a classifier that is better than the majority', async () => {
  const { page } = await visit();
  const files = allFiles();
  let isFirst = true;
  for (const path of files) {
    const dataset = await giveFiles(page, [path]);
    expect(dataset.train?.bad.count, path).toBe(0);
    expect(dataset.train?.sources[0].charset, path).toBe(CHARSETS[basename(path)]);
    if (isFirst) {
      await chooseTier(page, 'wasm');
      await setOptions(page, { 'train.epochs': '8', 'train.batchSize': '16' });
      isFirst = false;
    }
    const run = await train(page);
    const counts = dataset.train?.classCounts ?? [];
    const rows = counts.reduce((sum, count) => sum + count);
    expect(run.status, path).toBe('finished');
    expect(run.validation?.accuracy, path).toBeGreaterThan(Math.max(...counts) / rows + 0.1);
    if (path.endsWith('zstd.parquet'))
      expect(dataset.classes.map(({ name }) => name)).toEqual(['weather', 'sport']);
  }
}, 600_000);
