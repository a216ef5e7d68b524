// The data worker's part for labels: which rows to ask about, and the log of what was changed.
import { transfer } from 'comlink';
import type { Asked, LabelShare, LoggedChange } from '../core/labelling';
import { shuffle } from '../core/random';
import { NO_LABEL, type Dataset, type Split } from '../core/types';
import { readLabels, readRange } from '../store/chunk';
import { addClass, renameClass } from '../store/classes';
import { getDataset } from '../store/datasets';
import { openStore } from '../store/db';
import {
  changeLabels,
  readCorrections,
  readLog,
  reverseLabels,
  type LogEntry,
} from '../store/labels';
import type { DataApi } from './api';
import { exportLabelLog } from './label-export';

const SHOWN = 400; // characters of a row in the log

/** Rows of the train part that have no label, or all of them, in an order that depends on the seed alone. */
async function queueRows(
  id: string,
  asked: Asked,
  seed: number,
): Promise<Uint32Array<ArrayBuffer>> {
  const store = await openStore();
  const { train } = await getDataset(store, id);
  if (!train) return new Uint32Array();
  const labels = await readLabels(store, train.id);
  const all = Uint32Array.from(labels.keys());
  const rows = asked === 'all' ? all : all.filter((row) => labels[row] === NO_LABEL);
  shuffle(rows, seed);
  return transfer(rows, [rows.buffer]);
}

async function countUnlabelled(id: string, rows: Uint32Array<ArrayBuffer>): Promise<number> {
  const store = await openStore();
  const { train } = await getDataset(store, id);
  if (!train) return 0;
  const labels = await readLabels(store, train.id);
  return rows.reduce((sum, row) => sum + (labels[row] === NO_LABEL ? 1 : 0), 0);
}

async function listLabelLog(id: string, before: number, limit: number): Promise<LoggedChange[]> {
  const store = await openStore();
  const dataset = await getDataset(store, id);
  const end = Math.min(before, dataset.labelChanges);
  const entries = await readLog(store, id, Math.max(0, end - limit), end);
  const list = await shown(dataset, entries);
  return list.map((each) => ({ ...each, first: { ...each.first, text: cut(each.first.text) } }));
}

async function listCorrections(id: string, runIds: string[]): Promise<LoggedChange[]> {
  const store = await openStore();
  const entries = await Promise.all(runIds.map((runId) => readCorrections(store, id, runId)));
  const inTime = entries.flat().sort((a, b) => a.entry - b.entry);
  const found = await shown(await getDataset(store, id), inTime);
  return found.filter(({ standing }) => standing > 0);
}

/** Entries as people see them, newest first, with whole texts. */
async function shown(dataset: Dataset, entries: readonly LogEntry[]): Promise<LoggedChange[]> {
  const store = await openStore();
  const labelsOf = new Map<Split, Promise<Uint16Array>>();
  const list = entries.toReversed().map(async ({ entry, change }): Promise<LoggedChange> => {
    const { split, rows, from, to, by, runId, at } = change;
    const part = dataset[split];
    if (!part) throw new Error(`the log names rows of a ${split} part that is not there`);
    const reading = labelsOf.get(split) ?? readLabels(store, part.id);
    labelsOf.set(split, reading);
    const labels = await reading;
    const [{ fields }] = await readRange(store, part, rows[0], rows[0] + 1);
    const text = fields.filter((field) => field !== '').join(' ');
    return {
      entry,
      split,
      by,
      runId,
      at,
      rows: rows.length,
      from: sharesOf(from),
      to: sharesOf(to),
      standing: countLike(labels, rows, to),
      restored: countLike(labels, rows, from),
      first: { row: rows[0], from: classOf(from[0]), to: classOf(to[0]), text },
    };
  });
  return Promise.all(list);
}

/** How many of the rows have their label in `like`, which has one for each. */
function countLike(labels: Uint16Array, rows: Uint32Array, like: Uint16Array): number {
  return rows.reduce((sum, row, i) => sum + (labels[row] === like[i] ? 1 : 0), 0);
}

/** How many rows have each label, most rows first, then by class. */
function sharesOf(labels: Uint16Array): LabelShare[] {
  const rows = new Map<number, number>();
  for (const label of labels) rows.set(label, (rows.get(label) ?? 0) + 1);
  const sorted = [...rows].sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || a - b);
  return sorted.map(([label, count]) => ({ label: classOf(label), rows: count }));
}

function classOf(label: number): number | null {
  return label === NO_LABEL ? null : label;
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).toWellFormed()}…` : text;
}

/** What the data worker offers for labels. */
export const labelling = {
  addClass: async (id, name) => addClass(await openStore(), id, name),
  renameClass: async (id, index, name) => renameClass(await openStore(), id, index, name),
  queueRows,
  countUnlabelled,
  changeLabels: async (id, order) => changeLabels(await openStore(), id, order),
  reverseLabels: async (id, entry) => reverseLabels(await openStore(), id, entry),
  listLabelLog,
  listCorrections,
  exportLabelLog,
} satisfies Partial<DataApi>;
