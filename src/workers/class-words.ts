// The words of the labelled rows by class, counted by the text workers and put together: those that tell a class from the others,
// and those that give the label away, with the names of known agencies. Counted in train; where there is none, in test.
import { unpackTexts } from '../core/columns';
import { meter, type ReportProgress } from '../core/progress';
import type { LeakingWord } from '../core/survey';
import { CHUNK_ROWS, NO_LABEL, type Dataset } from '../core/types';
import { readLabels } from '../store/chunk';
import { openStore } from '../store/db';
import { sortCounts, type ClassCounts } from '../survey/class-counts';
import type { WordFigures } from '../survey/figures';
import { findLeaks } from '../survey/leaks';
import { findTelling } from '../survey/log-odds';
import { GramTable, hashKey, type GramList } from '../text/gram-table';
import { WordTable } from '../text/word-table';
import { placesOf } from './cleaning';
import { textPool } from './turns';
import type { CountedByClass } from './text-words';

const MOST_TELLING = 12; // words of a class
const MOST_LEAKING = 60; // beside the names of agencies
const SPARE = 3; // words of a name, which may not be listed
const LEAST_ROWS = 5; // in which such a word stands
const MOST_SEGMENTED = 200_000; // rows: a dictionary takes some 60 µs a row of 75 characters, a scan for spaces a tenth of that

/** Where words are counted, and the names that are counted beside them. */
interface Counting {
  cleanKey: string; // artifact of the cleaned texts
  agencies: readonly string[];
}

/** What words tell of the labels. */
export async function tellWords(
  dataset: Dataset,
  { cleanKey, agencies }: Counting,
  report: ReportProgress,
): Promise<WordFigures> {
  const part = dataset.train ?? dataset.test;
  if (!part) return { telling: [], leaking: [], labelledRows: 0, wordRows: 0, majority: 0 };
  const all = await readLabels(await openStore(), part.id);
  const labels = dataset.language === 'unspaced' ? thinned(all, MOST_SEGMENTED) : all;
  const names = namesOf(agencies);
  const only = { ...dataset, train: part, test: null };
  const counted = putTogether(await countAll(only, { cleanKey, names, labels }, report));
  const { counts, texts } = counted;
  const classRows = countClasses(labels, dataset.classes.length);
  const wordRows = sumOf(classRows);
  const telling = findTelling(counts, classRows.length, {
    most: MOST_TELLING,
    leastRows: LEAST_ROWS,
  });
  return {
    telling: telling.map((ofClass) =>
      ofClass.map(({ word, ...figures }) => ({ word: texts[word], ...figures })),
    ),
    leaking: findLeaking(counted, names, classRows),
    labelledRows: sumOf(countClasses(all, dataset.classes.length)),
    wordRows,
    majority: Math.max(...classRows) / Math.max(1, wordRows),
  };
}

/** The words that give most away and all names that occur, by falling bits; not a word that is a name, or stands in names alone. */
function findLeaking(
  { counts, texts, named }: Counted,
  names: readonly string[],
  classRows: readonly number[],
): LeakingWord[] {
  const ofNames = findLeaks(named, classRows, { most: names.length, leastRows: 1 }).map(
    ({ word, ...figures }) => ({ word: names[word], isAgency: true, ...figures }),
  );
  const isNamed = ({ word, rows }: LeakingWord) =>
    ofNames.some((name) => {
      const spelling = name.word.toLowerCase();
      return spelling === word || (spelling.includes(word) && name.rows === rows);
    });
  const most = MOST_LEAKING + SPARE * names.length;
  const ofWords = findLeaks(counts, classRows, { most, leastRows: LEAST_ROWS })
    .map(({ word, ...figures }) => ({ word: texts[word], isAgency: false, ...figures }))
    .filter((leak) => !isNamed(leak))
    .slice(0, MOST_LEAKING);
  return [...ofNames, ...ofWords].sort((a, b) => b.bits - a.bits);
}

/** Names without blanks around them, each once however it is spelled. */
function namesOf(agencies: readonly string[]): string[] {
  const trimmed = agencies.map((name) => name.trim()).filter((name) => name !== '');
  return [...new Map(trimmed.map((name) => [name.toLowerCase(), name])).values()];
}

/** Labels of at most so many rows, evenly spread; the others count as having none. */
function thinned(labels: Uint16Array, most: number): Uint16Array {
  const step = Math.ceil(labels.length / most);
  return step <= 1 ? labels : labels.map((label, row) => (row % step === 0 ? label : NO_LABEL));
}

function countClasses(labels: Uint16Array, classes: number): number[] {
  const rows = new Array<number>(classes).fill(0);
  for (const label of labels) if (label !== NO_LABEL) rows[label]++;
  return rows;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What the workers are to count. */
interface Asked {
  cleanKey: string;
  names: readonly string[];
  labels: Uint16Array; // of the part's rows
}

/** Has the text workers count the words of one part. */
async function countAll(
  dataset: Dataset,
  { cleanKey, names, labels }: Asked,
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
    await worker.countByClass(place, { cleanKey, language }, { labels: own, names });
    done += own.length;
    tell(done);
  });
  const counted = await pool.all((worker) => worker.takeByClass());
  return counted.filter((each) => each !== null);
}

/** What all workers together counted. */
interface Counted {
  counts: ClassCounts;
  texts: string[]; // of the words
  named: ClassCounts; // of the names; a row counts once
}

/** Adds up what the workers counted; each has numbers of its own for its words. */
function putTogether(counted: readonly CountedByClass[]): Counted {
  const table = new WordTable();
  const times = new GramTable();
  const rows = new GramTable();
  const named = new GramTable();
  for (const each of counted) {
    const numbers = table.addAll(each.list);
    addTo(times, each.times, numbers);
    addTo(rows, each.rows, numbers);
    addTo(named, each.named, null);
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
    named: countsOf(named),
  };
}

/** Adds a worker's counts; `numbers` are the common numbers of its words, null = they are common already. */
function addTo(to: GramTable, from: GramList, numbers: Uint32Array | null): void {
  from.lows.forEach((own, i) => {
    const low = numbers ? numbers[own] : own;
    to.add(low, from.highs[i], hashKey(low, from.highs[i]), from.counts[i]);
  });
}

/** Counts of names, each of which has as many rows as times. */
function countsOf(named: GramTable): ClassCounts {
  const { lows: words, highs: labels, counts } = named.atLeast(1);
  const size = words.reduce((most, word) => Math.max(most, word + 1), 0);
  return sortCounts(size, { words, labels, times: counts, rows: counts });
}
