// The rows that one labeller goes through: their order as a typed array, the row at hand, and the next ones read ahead.
import { SvelteMap } from 'svelte/reactivity';
import type { QueueKind, Ranking } from '../core/labelling';
import { NO_LABEL, type RowView } from '../core/types';
import type { Labelling } from './labelling.svelte';

/** What a queue is made of. */
export interface QueueOrder {
  kind: QueueKind;
  seed: number; // of 'unlabelled' and 'all'
  runId: string | null; // of 'unsure' and 'doubtful'
}

/** What was done last, for those who hear the page. */
export type Said =
  | { kind: 'given'; row: number; label: number }
  | { kind: 'skipped'; row: number }
  | { kind: 'undone'; row: number };

const AHEAD = 4; // rows that are read before they are needed
const BEHIND = 2;

/** What was done with a row: a label was given, or (null) it was skipped. */
interface Act {
  place: number;
  entry: Promise<number | null> | null; // of the log
}

/** A queue over the train part of one dataset. */
export class LabelQueue {
  rows = $state.raw<Uint32Array>(new Uint32Array());
  place = $state(0);
  isOpening = $state(true);
  given = $state(0); // labels, since it was opened
  said = $state.raw<Said | null>(null);
  readonly datasetId: string;
  readonly #labelling: Labelling;
  readonly #views = new SvelteMap<number, RowView>(); // by row
  #ranking = $state.raw<Ranking | null>(null);
  #acts = $state.raw<Act[]>([]);
  #opened = 0; // counts openings: an order that came too late is dropped
  readonly row = $derived(this.rows.length > this.place ? this.rows[this.place] : null);
  readonly view = $derived(this.row === null ? null : (this.#views.get(this.row) ?? null));
  readonly guess = $derived(
    this.#ranking && this.row !== null
      ? { label: this.#ranking.guesses[this.place], share: this.#ranking.shares[this.place] }
      : null,
  );
  readonly canUndo = $derived(this.#acts.length > 0);

  constructor(labelling: Labelling, datasetId: string) {
    this.#labelling = labelling;
    this.datasetId = datasetId;
  }

  /** Puts the rows in order and begins with the first. */
  async open({ kind, seed, runId }: QueueOrder): Promise<void> {
    const opened = ++this.#opened;
    this.isOpening = true;
    const isRanked = kind === 'unsure' || kind === 'doubtful';
    let ranking: Ranking | null = null;
    let rows: Uint32Array | null = null;
    if (!isRanked) rows = await this.#labelling.queue(this.datasetId, kind, seed);
    else if (runId !== null) {
      const doubted = kind === 'unsure' ? 'unlabelled' : 'labelled';
      ranking = await this.#labelling.rank(runId, doubted);
      rows = ranking?.rows ?? null;
    }
    if (opened !== this.#opened) return;
    this.rows = rows ?? new Uint32Array();
    this.#ranking = ranking;
    this.#views.clear();
    this.#acts = [];
    this.place = 0;
    this.given = 0;
    this.said = null;
    this.isOpening = false;
    await this.#readAhead();
  }

  /** Labels the row at hand and goes on at once; comes back to it if that could not be kept. */
  give(label: number): void {
    const { row, place } = this;
    if (row === null) return;
    const order = {
      split: 'train',
      rows: Uint32Array.of(row),
      to: label,
      onlyUnlabelled: false,
      by: 'hand',
      runId: null,
    } as const;
    const entry = this.#labelling.give(this.datasetId, order).then((labelled) => {
      if (labelled) this.#note(row, label);
      else this.#comeBack(place, entry);
      return labelled?.entry ?? null;
    });
    this.given++;
    this.said = { kind: 'given', row, label };
    this.#goOn({ place, entry });
  }

  /** Leaves the row at hand as it is. */
  skip(): void {
    const { row, place } = this;
    if (row === null) return;
    this.said = { kind: 'skipped', row };
    this.#goOn({ place, entry: null });
  }

  /** Takes the last act back and shows its row again. */
  async undo(): Promise<void> {
    const act = this.#acts.at(-1);
    if (!act) return;
    this.#acts = this.#acts.slice(0, -1);
    this.place = act.place;
    const row = this.rows[act.place];
    this.said = { kind: 'undone', row };
    const entry = act.entry && (await act.entry);
    if (act.entry) this.given--;
    if (entry !== null) await this.#labelling.reverse(this.datasetId, entry);
    this.#views.delete(row); // its label is what it was before: read it anew
    await this.#readAhead();
  }

  #goOn(act: Act): void {
    this.#acts = [...this.#acts, act];
    this.place++;
    void this.#readAhead();
  }

  #comeBack(place: number, entry: Act['entry']): void {
    this.#acts = this.#acts.filter((act) => act.entry !== entry);
    this.given--;
    this.place = place;
    void this.#readAhead();
  }

  #note(row: number, label: number): void {
    const view = this.#views.get(row);
    if (view) this.#views.set(row, { ...view, label: label === NO_LABEL ? null : label });
  }

  async #readAhead(): Promise<void> {
    const { rows, place } = this;
    const start = Math.max(0, place - BEHIND);
    const near = rows.subarray(start, place + AHEAD);
    for (const row of this.#views.keys()) if (!near.includes(row)) this.#views.delete(row);
    for (const row of rows.subarray(place, place + AHEAD)) {
      if (this.#views.has(row)) continue;
      const view = await this.#labelling.readRow(this.datasetId, row);
      if (rows !== this.rows) return;
      if (view) this.#views.set(row, view);
    }
  }
}
