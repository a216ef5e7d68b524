// Has a kept run's model say which rows of its dataset it doubts, on the rows as they were encoded for it.
import { transfer } from 'comlink';
import { fail } from '../core/errors';
import type { Doubted, Ranking } from '../core/labelling';
import { meter, type ReportProgress } from '../core/progress';
import { doubtedRows, rankByDoubt } from '../evaluate/doubt';
import { getPiece } from '../store/artifacts';
import { readLabels } from '../store/chunk';
import { findDataset } from '../store/datasets';
import { openStore } from '../store/db';
import { getRun } from '../store/runs';
import { nextTask } from '../train/pace';
import { withKeptModel } from './kept-model';
import { examplesOf } from './making';
import type { CleanSummary } from './pieces';

/** What is to be ranked, and who hears of it. */
export interface RankOrder {
  runId: string;
  doubted: Doubted;
  report: ReportProgress;
  isStopped: () => boolean;
}

/** Rows of the train part in the order of the run's doubt; rows that were added after it are not among them. */
export async function rankRows({ runId, doubted, report, isStopped }: RankOrder): Promise<Ranking> {
  const store = await openStore();
  const run = await getRun(store, runId);
  const { number, settings, prepared } = run;
  if (settings.target.kind !== 'all') throw fail('bad-config', 'rank.target', { run: number });
  const dataset = await findDataset(store, run.datasetId);
  if (!dataset?.train) throw fail('gone', 'run.rowsGone', { run: number });
  const labels = await readLabels(store, dataset.train.id);
  const { dropped } = await getPiece<CleanSummary>(store, prepared.cleanKey, 'summary');
  const known = doubtedRows(labels, dropped, doubted);
  // A class that came after the run: the model cannot doubt a label that it does not know.
  const rows =
    doubted === 'unlabelled' ? known : known.filter((row) => labels[row] < run.classes.length);
  const tell = meter('ranking', rows.length, 'rows', report);
  const ranking = await withKeptModel(store, run, dataset, ({ model, encoded }) => {
    const progress = async (done: number) => {
      tell(done);
      if (isStopped()) throw fail('cancelled', 'cancelled', {});
      await nextTask();
    };
    return rankByDoubt(model, examplesOf(encoded.train), rows, progress);
  });
  return transfer(ranking, [ranking.rows.buffer, ranking.guesses.buffer, ranking.shares.buffer]);
}
