// In the browser: the seconds from files to stored encoded ids, through the page's own data worker.
import { proxy, wrap } from 'comlink';
import { DEFAULT_CLEAN, DEFAULT_SPLIT } from '../../../src/clean/config';
import type { Progress } from '../../../src/core/progress';
import { DEFAULT_TEXT } from '../../../src/text/config';
import type { DataApi } from '../../../src/workers/api';

const data = wrap<DataApi>(
  new Worker(new URL('../../../src/workers/data.worker.ts', import.meta.url), { type: 'module' }),
);

async function measureEncoding() {
  const files = Array.from(document.querySelector('input')?.files ?? []);
  await data.listDatasets(); // the worker is there, as it is on the page long before files are chosen
  const phases: Record<string, number> = {}; // seconds from the start to the last report of each
  const start = performance.now();
  const tell = proxy(({ phase }: Progress) => {
    phases[phase] = (performance.now() - start) / 1000;
  });
  const dataset = await data.importFiles(files, null, {}, tell);
  const imported = performance.now();
  const request = {
    datasetId: dataset.id,
    clean: DEFAULT_CLEAN,
    text: DEFAULT_TEXT,
    split: DEFAULT_SPLIT,
    tokenizerOf: null,
  };
  const { vocabulary, seconds, rows } = await data.prepare(request, tell);
  const end = performance.now();
  return {
    seconds: { read: (imported - start) / 1000, ...seconds, prepare: (end - imported) / 1000 },
    rows,
    vocabulary,
    phases,
  };
}

declare global {
  interface Window {
    measureEncoding: typeof measureEncoding;
  }
}
window.measureEncoding = measureEncoding;
