// The house rules as a test: who may import whom, no cycles, a head and a sentence for every file and export.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

const STAGES = [
  'core',
  'data',
  'store',
  'clean',
  'text',
  'survey',
  'nn',
  'models',
  'train',
  'evaluate',
  'predict',
];

/** What each folder may import besides itself. `config` stands for any folder's config.ts. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  data: ['core'],
  clean: ['core'],
  text: ['core'],
  survey: ['core'],
  store: ['core'],
  nn: ['core'],
  models: ['core', 'nn'],
  train: ['core', 'nn', 'models'],
  evaluate: ['core', 'nn', 'models'],
  predict: ['core', 'nn', 'models'],
  listing: ['core'],
  config: ['core', 'config'],
  workers: STAGES,
  'workers/client.ts': ['core'],
  'workers/api.ts': ['core'],
  i18n: ['core', 'config'],
  state: ['core', 'config', 'workers/client.ts', 'workers/api.ts', 'i18n'],
  ui: ['core', 'config', 'state', 'i18n', 'listing'],
  'main.ts': ['core', 'config', 'state', 'i18n', 'ui', 'app.css'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'));

function importsOf(path: string): string[] {
  const source = readFileSync(join(SRC, path), 'utf8');
  const found = source.matchAll(
    /(?:from\s+|import\s+|import\(\s*|new URL\(\s*)['"](\.{1,2}\/[^'"]+)['"]/g,
  );
  return [...found].map(([, target]) => {
    const bare = target.replace(/\?.*$/, '');
    const full = relative(SRC, resolve(SRC, dirname(path), bare)).replaceAll('\\', '/');
    return files.find((file) => file === full || file === `${full}.ts`) ?? full;
  });
}

function layerOf(path: string): string {
  if (path in MAY_IMPORT) return path;
  if (path.endsWith('/config.ts')) return 'config';
  return path.split('/')[0];
}

function isAllowed(from: string, to: string): boolean {
  const layer = layerOf(from);
  const target = layerOf(to);
  if (from.split('/')[0] === to.split('/')[0] && layer !== 'config') return true;
  const allowed = MAY_IMPORT[layer] ?? [];
  return allowed.includes(target) || (target === 'config' && allowed.includes(to.split('/')[0]));
}

describe('layers', () => {
  it('every import follows the table', () => {
    const wrong = files.flatMap((from) =>
      importsOf(from)
        .filter((to) => !isAllowed(from, to))
        .map((to) => `${from} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('no file imports itself by a detour', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (state.get(path) === 'open') cycles.push([...trail, path].join(' -> '));
      if (state.has(path)) return;
      state.set(path, 'open');
      const targets = importsOf(path).filter((to) => !to.endsWith('.worker.ts'));
      for (const to of targets) if (files.includes(to)) visit(to, [...trail, path]);
      state.set(path, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('the page never loads TensorFlow.js', () => {
    const page = files.filter((path) =>
      /^(ui|state|i18n|main\.ts|core|workers\/client)/.test(path),
    );
    const guilty = page.filter((path) =>
      readFileSync(join(SRC, path), 'utf8').includes('@tensorflow'),
    );
    expect(guilty).toEqual([]);
  });

  it('only one file touches the internals of TensorFlow.js, and one names object stores', () => {
    const reaching = (text: string, owner: string) =>
      files.filter(
        (path) => path !== owner && readFileSync(join(SRC, path), 'utf8').includes(text),
      );
    expect(reaching('tensorMap', 'nn/program.ts')).toEqual([]);
    expect(reaching('createObjectStore', 'store/db.ts')).toEqual([]);
  });
});

describe('style', () => {
  const sources = files.filter((path) => path.endsWith('.ts'));

  it('every module opens with a line that says what it is for', () => {
    const bare = sources.filter((path) => !readFileSync(join(SRC, path), 'utf8').startsWith('//'));
    expect(bare).toEqual([]);
  });

  it('every export has a sentence', () => {
    const silent = sources.flatMap((path) => {
      const lines = readFileSync(join(SRC, path), 'utf8').split('\n');
      return lines.flatMap((line, i) => {
        const isExport = /^export (async function|function|class|const|interface|type|let)/.test(
          line,
        );
        const isTold = /\*\/\s*$/.test(lines[i - 1] ?? '');
        return isExport && !isTold ? [`${path}:${i + 1} ${line}`] : [];
      });
    });
    expect(silent).toEqual([]);
  });
});
