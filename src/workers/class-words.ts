// The words of the labelled rows by class, counted by the text workers and put together: those that tell a class from the others,
// and those that give the label away. Counted in train; where there is none, in test.
import { unpackTexts } from '../core/columns';
import { meter, type ReportProgress } from '../core/progress';
import type { Survey } from '../core/survey';
import { CHUNK_ROWS, NO_LABEL, type Dataset } from '../core/types';
import { readLabels } from '../store/chunk';
import { openStore } from '../store/db';
import { sortCounts, type ClassCounts } from '../survey/class-counts';
import { findLeaks } from '../survey/leaks';
import { findTelling } from '../survey/log-odds';
import { GramTable, hashKey } from '../text/gram-table';
import { WordTable } from '../text/word-table';
import { placesOf } from './cleaning';
import { textPool } from './turns';
import type { CountedByClass } from './text-words';

const MOST_TELLING = 12; // words of a class
const MOST_LEAKING = 60; // the page shows the first of them, and those that name a source
const LEAST_ROWS = 5; // in which such a word stands

/** What words tell of the labels. */
export async function tellWords(
  dataset: Dataset,
  cleanKey: string,
  report: ReportProgress,
): Promise<Pick<Survey, 'telling' | 'leaking' | 'wordRows' | 'majority'>> {
  const part = dataset.train ?? dataset.test;
  if (!part) return { telling: [], leaking: [], wordRows: 0, majority: 0 };
  const labels = await readLabels(await openStore(), part.id);
  const counted = await countAll({ ...dataset, train: part, test: null }, cleanKey, labels, report);
  const { counts, texts } = putTogether(counted);
  const classRows = dataset.classes.map(() => 0);
  for (const label of labels) if (label !== NO_LABEL) classRows[label]++;
  const wordRows = classRows.reduce((sum, count) => sum + count, 0);
  const least = { leastRows: LEAST_ROWS };
  const telling = findTelling(counts, classRows.length, { most: MOST_TELLING, ...least });
  const leaking = findLeaks(counts, classRows, { most: MOST_LEAKING, ...least });
  return {
    telling: telling.map((ofClass) =>
      ofClass.map(({ word, ...figures }) => ({ word: texts[word], ...figures })),
    ),
    leaking: leaking.map(({ word, ...figures }) => ({ word: texts[word], ...figures })),
    wordRows,
    majority: Math.max(...classRows) / Math.max(1, wordRows),
  };
}

/** Has the text workers count the words of one part. */
async function countAll(
  dataset: Dataset,
  cleanKey: string,
  labels: Uint16Array,
  report: ReportProgress,
): Promise<CountedByClass[]> {
  const pool = textPool();
  const tell = meter('counting', labels.length, 'rows', report);
  const { language } = dataset;
  let done = 0;
  await pool.all((worker) => worker.takeByClass()); // what a broken-off count may have left
  await pool.share(placesOf(dataset), async (worker, place) => {
    const start = place.index * CHUNK_ROWS;
    const own = labels.slice(start, start + CHUNK_ROWS);
    await worker.countByClass(place, { cleanKey, language }, own);
    done += own.length;
    tell(done);
  });
  const counted = await pool.all((worker) => worker.takeByClass());
  return counted.filter((each) => each !== null);
}

/** Adds up what the workers counted; each has numbers of its own for its words. */
function putTogether(counted: readonly CountedByClass[]): { counts: ClassCounts; texts: string[] } {
  const table = new WordTable();
  const times = new GramTable();
  const rows = new GramTable();
  for (const each of counted) {
    const numbers = table.addAll(each.list);
    for (const [from, to] of [
      [each.times, times],
      [each.rows, rows],
    ] as const)
      from.lows.forEach((low, i) => {
        const high = from.highs[i];
        to.add(numbers[low], high, hashKey(numbers[low], high), from.counts[i]);
      });
  }
  const { lows, highs, counts } = times.atLeast(1);
  const { bytes, starts } = table.list();
  return {
    texts: unpackTexts({ bytes, offsets: starts }),
    counts: sortCounts(table.size, {
      words: lows,
      labels: highs,
      times: counts,
      rows: lows.map((low, i) => rows.get(low, highs[i])),
    }),
  };
}
