// Searches the rows of a dataset with the text workers. What was found stays here as row numbers, and is read page by page.
import { makeCleaner } from '../clean/text';
import { joinArrays } from '../core/arrays';
import { packTexts } from '../core/columns';
import type { Concordance, PlacesFound, Question, SearchCounts } from '../core/survey';
import { CHUNK_ROWS, NO_LABEL, type Dataset } from '../core/types';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { makeSearch } from '../survey/search';
import { isWordPart } from '../text/characters';
import { placesOf } from './cleaning';
import { keepClean } from './clean-texts';
import { inTurn, textPool } from './turns';
import { allLabels, readPlaces, type PlacedRow } from './row-places';
import type { ChunkHits, ChunkPlace } from './text-api';

const KEPT = 3; // searches
const CONTEXT = 120; // characters beside a hit
const LEAST_MS = 100; // between two reports

type ReportCounts = (counts: SearchCounts) => void;

/** A search that is under way or done. */
interface Search {
  dataset: Dataset;
  counts: SearchCounts;
  found: Uint32Array[]; // rows through both parts, ascending, a piece a chunk
  isStopped: boolean;
  end: Promise<void>;
}

const searches = new Map<string, Search>();

/** Searches all rows and tells what was found so far; another search that is under way is given up. */
export async function search(question: Question, report: ReportCounts): Promise<SearchCounts> {
  const held = await hold(question, report);
  await held.end;
  return held.counts;
}

/** All rows that a search finds. */
export async function findPlaces(question: Question): Promise<PlacesFound> {
  const { dataset, found, end } = await hold(question);
  await end;
  const rows = joinArrays(found);
  const trainRows = dataset.train?.rowCount ?? 0;
  const inTrain = rows.findIndex((row) => row >= trainRows);
  const middle = inTrain < 0 ? rows.length : inTrain;
  return { train: rows.slice(0, middle), test: rows.slice(middle).map((row) => row - trainRows) };
}

/** Some of the rows found so far, each with its first hit in context. */
export async function readConcordance(
  question: Question,
  start: number,
  end: number,
): Promise<Concordance[]> {
  const { dataset, found } = await hold(question);
  const rows = joinArrays(found).slice(start, end);
  const views = await readPlaces(dataset, rows);
  const clean = question.clean && makeCleaner(question.clean);
  const find = makeSearch(question, isWordPart);
  return views.map((view) => inContext(view, clean ? [clean(view.fields)] : view.fields, find));
}

/** The search for a question: begun anew unless it is held. */
async function hold(question: Question, report: ReportCounts = () => undefined): Promise<Search> {
  const dataset = await getDataset(await openStore(), question.datasetId);
  const { train, test, labelChanges } = dataset;
  const key = JSON.stringify([question, train?.rowCount, test?.rowCount, labelChanges]);
  const known = searches.get(key);
  if (known) return known;
  for (const [otherKey, other] of searches) {
    if (!other.counts.isDone) other.isStopped = true;
    if (other.isStopped || searches.size >= KEPT) searches.delete(otherKey);
  }
  const begun: Search = {
    dataset,
    counts: noneOf(dataset),
    found: [],
    isStopped: false,
    end: Promise.resolve(),
  };
  searches.set(key, begun);
  begun.end = run(begun, question, report).catch((error: unknown) => {
    searches.delete(key);
    throw error;
  });
  return begun;
}

function noneOf({ classes }: Dataset): SearchCounts {
  const byClass = new Array<number>(classes.length).fill(0);
  return { seen: 0, rows: { train: 0, test: 0 }, hits: 0, byClass, unlabelled: 0, isDone: false };
}

async function run(held: Search, question: Question, report: ReportCounts): Promise<void> {
  const { dataset } = held;
  const { clean, ...needle } = question;
  const cleanKey = clean && (await inTurn(() => keepClean(dataset, clean, () => undefined)));
  const labels = await allLabels(dataset);
  const places = placesOf(dataset);
  const answers = new Array<ChunkHits | undefined>(places.length);
  let next = 0; // the first chunk whose answer is not taken yet: rows come in their order
  let last = -Infinity;
  await textPool().share(places, async (text, place) => {
    if (held.isStopped) return;
    answers[places.indexOf(place)] = await text.searchChunk(place, needle, cleanKey);
    for (let answer = answers[next]; answer; answer = answers[++next])
      take(held, places[next], answer, labels);
    if (performance.now() - last < LEAST_MS || held.isStopped) return;
    last = performance.now();
    report(held.counts);
  });
  if (!held.isStopped) held.counts = { ...held.counts, isDone: true };
}

/** Adds what was found in a chunk. */
function take(held: Search, place: ChunkPlace, answer: ChunkHits, labels: Uint16Array): void {
  const { dataset, counts } = held;
  const start = place.index * CHUNK_ROWS;
  const base = start + (place.split === 'test' ? (dataset.train?.rowCount ?? 0) : 0);
  const rows = Uint32Array.from(answer.rows, (row) => base + row);
  held.found.push(rows);
  const byClass = counts.byClass.slice();
  let { unlabelled } = counts;
  for (const row of rows)
    if (labels[row] === NO_LABEL) unlabelled++;
    else byClass[labels[row]]++;
  held.counts = {
    ...counts,
    seen: counts.seen + Math.min(CHUNK_ROWS, (dataset[place.split]?.rowCount ?? 0) - start),
    rows: { ...counts.rows, [place.split]: counts.rows[place.split] + rows.length },
    hits: counts.hits + answer.hits,
    byClass,
    unlabelled,
  };
}

/** A row with its first hit; the fields stand one behind the other, as they are searched. */
function inContext(
  view: PlacedRow,
  texts: readonly string[],
  find: ReturnType<typeof makeSearch>,
): Concordance {
  const column = packTexts([texts.filter((text) => text !== '').join(' ')]);
  const places: [start: number, end: number][] = [];
  find(column, (_, start, end) => places.push([start, end]));
  const [start, end] = places[0] ?? [0, 0];
  const decoder = new TextDecoder();
  const cut = (from: number, to?: number) => decoder.decode(column.bytes.subarray(from, to));
  return {
    ...view,
    hits: places.length,
    before: Array.from(cut(0, start)).slice(-CONTEXT).join(''),
    match: cut(start, end),
    after: Array.from(cut(end)).slice(0, CONTEXT).join(''),
  };
}
