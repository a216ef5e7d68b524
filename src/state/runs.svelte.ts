// The runs in this browser, the one that is looked at, and the training under way.
import { fail } from '../core/errors';
import type { Progress } from '../core/progress';
import type {
  CellRow,
  CurvePoint,
  Device,
  EpochRecord,
  Prediction,
  Run,
  RunUpdate,
} from '../core/run';
import type { RunSettings } from '../core/settings';
import type { Dataset, Prepared } from '../core/types';
import { proxy, type Workers } from '../workers/client';
import type { Faults } from './faults.svelte';
import { requestOf } from './request';
import { keepSame } from './same';

/** The curve of the running training: its points grow in place, `version` tells when. */
export class LiveCurve {
  readonly points: CurvePoint[] = [];
  epochs = $state.raw<EpochRecord[]>([]);
  version = $state(0);

  /** Takes what an update brings. */
  follow({ phase, points, epochs }: RunUpdate): void {
    if (phase === 'refitting') return; // a second training, without validation: the first one's curve stays
    this.points.push(...points);
    if (epochs.length > this.epochs.length) this.epochs = epochs;
    this.version++;
  }
}

/** Runs as the train worker keeps them. */
export class Runs {
  list = $state.raw<Run[]>([]);
  currentId = $state<string | null>(null);
  device = $state.raw<Device | null>(null);
  preparing = $state.raw<Progress | null>(null);
  live = $state.raw<RunUpdate | null>(null);
  liveSettings = $state.raw<RunSettings | null>(null); // of the training under way
  liveDataset = $state.raw<Dataset | null>(null);
  livePrepared = $state.raw<Prepared | null>(null);
  curve = $state.raw(new LiveCurve());
  isBusy = $state(false);
  readonly current = $derived(this.list.find((run) => run.id === this.currentId) ?? null);
  readonly #workers: Workers;
  readonly #faults: Faults;
  readonly #afterLook: () => Promise<void>;

  /** `afterLook` is called when the test split may have been looked at: datasets count that. */
  constructor(workers: Workers, faults: Faults, afterLook: () => Promise<void>) {
    this.#workers = workers;
    this.#faults = faults;
    this.#afterLook = afterLook;
  }

  /** Reads the list anew; looks at the newest run if none is looked at. */
  async load(): Promise<void> {
    await this.#faults.guard(async () => {
      const list = await this.#workers.train.call((train) => train.listRuns());
      this.list = keepSame(this.list, list, standingOf);
      if (!this.current) this.currentId = this.list[0]?.id ?? null;
    });
  }

  /** Finds out which device would train. */
  async probe(tier: RunSettings['tier']): Promise<void> {
    await this.#faults.guard(async () => {
      this.device = await this.#workers.train.call((train) => train.probe(tier));
    });
  }

  /** Prepares the dataset and trains on it; gives the finished or stopped run, null if it failed. */
  async start(dataset: Dataset, settings: RunSettings): Promise<Run | null> {
    if (this.isBusy) return null;
    this.#faults.dismiss();
    this.isBusy = true;
    this.curve = new LiveCurve();
    this.liveSettings = settings;
    this.liveDataset = dataset;
    this.livePrepared = null;
    const before = this.list[0]?.id;
    const run = await this.#faults.guard(() => this.#prepareAndTrain(dataset, settings));
    this.preparing = null;
    await this.load();
    await this.#afterLook();
    const newest = this.list[0]?.id;
    if (newest !== undefined && newest !== before) this.currentId = newest; // also one that failed
    this.isBusy = false;
    this.live = null;
    return run;
  }

  /** Ends the preparation; nothing is left half-written. */
  cancelPreparing(): void {
    this.#workers.data.kill();
  }

  /** Halts the training after the step under way. */
  async pause(): Promise<void> {
    await this.#faults.guard(() => this.#workers.train.call((train) => train.pause()));
  }

  /** Goes on after a pause. */
  async resume(): Promise<void> {
    await this.#faults.guard(() => this.#workers.train.call((train) => train.resume()));
  }

  /** Ends the training and keeps its best weights. */
  async stop(): Promise<void> {
    await this.#faults.guard(() => this.#workers.train.call((train) => train.stop()));
  }

  /** Judges a run on the test split; this is counted as a look. */
  async test(runId: string): Promise<void> {
    await this.#faults.guard(() => this.#workers.train.call((train) => train.test(runId)));
    await this.load();
    await this.#afterLook();
  }

  /** Deletes a run with its model; if it was looked at, the newest run on the same data comes in its place. */
  async remove(runId: string): Promise<void> {
    const gone = this.list.find((run) => run.id === runId);
    const wasCurrent = this.currentId === runId;
    await this.#faults.guard(() => this.#workers.train.call((train) => train.removeRun(runId)));
    await this.load();
    const next = this.list.find((run) => run.datasetId === gone?.datasetId);
    if (wasCurrent && next) this.currentId = next.id;
  }

  /** Reads test rows behind a cell of the confusion matrix. */
  async readCell(runId: string, given: number, predicted: number): Promise<CellRow[]> {
    const rows = await this.#faults.guard(() =>
      this.#workers.train.call((train) => train.readCell(runId, given, predicted, 200)),
    );
    return rows ?? [];
  }

  /** Asks a run's model about a text. */
  async predict(runId: string, text: string): Promise<Prediction | null> {
    return this.#faults.guard(() =>
      this.#workers.train.call((train) => train.predict(runId, text)),
    );
  }

  /** Trains the TF-IDF linear model on the same cleaned rows: the line that stands beside every run. */
  async trainLine(dataset: Dataset, settings: RunSettings): Promise<Run | null> {
    const current = this.currentId;
    const run = await this.start(dataset, settings);
    if (current !== null) this.currentId = current; // what was looked at stays on show
    return run;
  }

  /** Cleans, divides and encodes the dataset as far as that was not done before. */
  async prepare(dataset: Dataset, settings: RunSettings): Promise<Prepared> {
    const onProgress = proxy((progress: Progress) => (this.preparing = progress));
    try {
      return await this.#workers.data.call((data) =>
        data.prepare(requestOf(dataset, settings), onProgress),
      );
    } finally {
      this.preparing = null;
    }
  }

  async #prepareAndTrain(dataset: Dataset, settings: RunSettings): Promise<Run> {
    const { start } = settings;
    if (start && !this.list.some(({ id }) => id === start.runId))
      throw fail('bad-config', 'start.gone', {});
    const prepared = await this.prepare(dataset, settings);
    this.livePrepared = prepared;
    const onUpdate = proxy((update: RunUpdate) => {
      this.curve.follow(update);
      this.live = update;
    });
    return this.#workers.train.call((train) => train.train(dataset, prepared, settings, onUpdate));
  }
}

/** All of a run that can still change. */
function standingOf({ status, epochs, seconds, testLook, classes }: Run): string {
  return [status, epochs.length, seconds.train, testLook, ...classes].join(' ');
}
