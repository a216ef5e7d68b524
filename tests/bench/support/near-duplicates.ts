// In the browser: the seconds of a survey through the page's own data worker, and what it found, for checking.
import { proxy, wrap } from 'comlink';
import { DEFAULT_CLEAN } from '../../../src/clean/config';
import type { Progress } from '../../../src/core/progress';
import type { Finding } from '../../../src/core/survey';
import type { DataApi } from '../../../src/workers/api';

const data = wrap<DataApi>(
  new Worker(new URL('../../../src/workers/data.worker.ts', import.meta.url), { type: 'module' }),
);
let datasetId = '';

/** Imports the chosen files and surveys them; the seconds of each phase run from the survey's start to its last report. */
async function measureSurvey() {
  const files = Array.from(document.querySelector('input')?.files ?? []);
  datasetId = (
    await data.importFiles(
      files,
      null,
      {},
      proxy(() => undefined),
    )
  ).id;
  const phases: Record<string, number> = {};
  const start = performance.now();
  const tell = proxy(({ phase }: Progress) => {
    phases[phase] = (performance.now() - start) / 1000;
  });
  const survey = await data.survey(datasetId, DEFAULT_CLEAN, tell);
  return { seconds: (performance.now() - start) / 1000, phases, survey };
}

/** Some rows of a finding: part, row, cleaned text and the number of its group. */
async function readRows(finding: Finding, start: number, end: number) {
  const rows = await data.readFinding(datasetId, DEFAULT_CLEAN, finding, {
    start,
    end,
    labelChanges: 0,
  });
  return rows.map(({ split, row, text, group }) => ({ split, row, text, group: group?.number }));
}

/** The seconds of a search, until the first rows are there and until all are. */
async function measureSearch(query: string) {
  const question = { datasetId, query, isWhole: true, isExact: false, clean: null };
  let first: number | null = null;
  const start = performance.now();
  const tell = proxy(() => {
    first ??= (performance.now() - start) / 1000;
  });
  const counts = await data.search(question, tell);
  return { first, all: (performance.now() - start) / 1000, counts };
}

declare global {
  interface Window {
    measureSurvey: typeof measureSurvey;
    readRows: typeof readRows;
    measureSearch: typeof measureSearch;
  }
}
Object.assign(window, { readRows, measureSearch, measureSurvey });
