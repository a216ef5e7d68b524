// The survey of a dataset: what is known of every row, what its words tell of the labels, and the rows behind each figure.
import { markChanges } from '../clean/marks';
import { makeCleaner } from '../clean/text';
import { packTexts } from '../core/columns';
import type { ReportProgress } from '../core/progress';
import type { CleanSettings } from '../core/settings';
import type { Finding, FindingRange, FoundRow, Survey } from '../core/survey';
import type { Dataset } from '../core/types';
import { getPiece, hasArtifact, putPieces } from '../store/artifacts';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { countFigures } from '../survey/figures';
import { findRows, type FoundRows } from '../survey/findings';
import { groupAt } from '../survey/groups';
import { likeness } from '../survey/near';
import { readShingles } from '../survey/shingles';
import { wordSource } from '../text/words';
import { tellWords } from './class-words';
import { cleanKeyOf, rowFactsKeyOf, surveyKeyOf } from './keys';
import { keepClean } from './clean-texts';
import { asArtifact, inTurn } from './turns';
import { rowFacts } from './row-facts';
import { allLabels, readPlaces } from './row-places';

const quiet = () => undefined;

/** Surveys a dataset, as far as that was not done before. */
export function survey(id: string, clean: CleanSettings, report: ReportProgress): Promise<Survey> {
  return inTurn(async () => {
    const known = await findSurvey(id, clean);
    if (known) return known;
    const store = await openStore();
    const dataset = await getDataset(store, id);
    const facts = await rowFacts(dataset, clean, report);
    const from = rowFactsKeyOf(cleanKeyOf(dataset, clean), dataset);
    const key = surveyKeyOf(from, dataset);
    return asArtifact({ key, kind: 'survey', datasetId: id, from }, async () => {
      const cleanKey = await keepClean(dataset, clean, report);
      const words = await tellWords(dataset, { cleanKey, agencies: clean.agencies }, report);
      const labels = await allLabels(dataset);
      const trainRows = dataset.train?.rowCount ?? 0;
      const figures = countFigures({ facts, labels, trainRows }, dataset);
      const made: Survey = { ...figures, ...words, labelChanges: dataset.labelChanges };
      await putPieces(store, key, [['survey', made]]);
      return made;
    });
  });
}

/** The survey of a dataset as it is now, if it was made. */
export async function findSurvey(id: string, clean: CleanSettings): Promise<Survey | null> {
  const store = await openStore();
  const dataset = await getDataset(store, id);
  const key = surveyKeyOf(rowFactsKeyOf(cleanKeyOf(dataset, clean), dataset), dataset);
  return (await hasArtifact(store, key)) ? getPiece<Survey>(store, key, 'survey') : null;
}

/** Some of the rows behind a figure; those of a group stand together, each marked against the group's first. */
export async function readFinding(
  id: string,
  clean: CleanSettings,
  finding: Finding,
  { start, end, labelChanges }: FindingRange,
): Promise<FoundRow[]> {
  const dataset = await getDataset(await openStore(), id);
  const { rows, groups } = await listRows({ ...dataset, labelChanges }, clean, finding);
  const page = rows.slice(start, end);
  if (!groups) {
    const cleaner = makeCleaner(clean);
    const views = await readPlaces(dataset, page);
    return views.map((view) => ({ ...view, text: cleaner(view.fields), group: null, marks: null }));
  }
  const numbers = Array.from(page, (_, i) => groupAt(groups, start + i));
  const firsts = Uint32Array.from(new Set(numbers), (group) => rows[groups.starts[group]]);
  return compareRows(dataset, clean, {
    page,
    firsts,
    groups: numbers.map((group) => ({
      number: group + 1,
      size: groups.starts[group + 1] - groups.starts[group],
      first: rows[groups.starts[group]],
    })),
  });
}

/** Rows of a page with the groups in which they stand, and the first rows of those groups. */
interface GroupedPage {
  page: Uint32Array;
  firsts: Uint32Array;
  groups: { number: number; size: number; first: number }[]; // of each row of the page
}

async function compareRows(
  dataset: Dataset,
  clean: CleanSettings,
  { page, firsts, groups }: GroupedPage,
): Promise<FoundRow[]> {
  const cleaner = makeCleaner(clean);
  const views = await readPlaces(dataset, page);
  const heads = await readPlaces(dataset, firsts);
  const textOf = new Map(heads.map(({ fields }, i) => [firsts[i], cleaner(fields)]));
  return views.map((view, i): FoundRow => {
    const { number, size, first } = groups[i];
    const text = cleaner(view.fields);
    if (page[i] === first)
      return { ...view, text, group: { number, size, likeness: 1 }, marks: null };
    const head = textOf.get(first) ?? '';
    const group = { number, size, likeness: likenessOf(head, text, dataset.language) };
    return { ...view, text, group, marks: markChanges(head, text) };
  });
}

function likenessOf(a: string, b: string, language: Dataset['language']): number {
  const source = wordSource({ unit: 'auto', punctuation: false, lowerCase: true }, language);
  const { offsets, values } = readShingles(packTexts([a, b]), source);
  return a === b ? 1 : likeness(values.subarray(0, offsets[1]), values.subarray(offsets[1]));
}

let lastKey = '';
let lastRows: Promise<FoundRows> | null = null;

/** All rows behind a figure; the last list is kept for its further pages. */
async function listRows(
  dataset: Dataset,
  clean: CleanSettings,
  finding: Finding,
): Promise<FoundRows> {
  const { id, labelChanges } = dataset;
  const key = JSON.stringify([id, cleanKeyOf(dataset, clean), labelChanges, finding]);
  if (key === lastKey && lastRows) return lastRows;
  const list = async () => {
    const facts = await inTurn(() => rowFacts(dataset, clean, quiet));
    const labels = await allLabels(dataset);
    return findRows(finding, { facts, labels, trainRows: dataset.train?.rowCount ?? 0 });
  };
  lastKey = key;
  lastRows = list();
  lastRows.catch(() => (lastRows = null)); // the next call tries again
  return lastRows;
}
