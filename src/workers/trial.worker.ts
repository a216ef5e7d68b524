// Cleans some rows, and says before each own rule that it is about to try it: whoever asked may end this worker in the middle.
import { Account } from '../clean/account';
import { makeCleaner } from '../clean/text';
import { faultOf } from '../core/errors';
import type { TrialNews, TrialOrder } from './trial';

function tell(news: TrialNews): void {
  postMessage(news);
}

function clean({ settings, rows }: TrialOrder): void {
  let row = 0;
  const mark = (rule: number) =>
    tell({ kind: 'mark', rule, row, at: performance.timeOrigin + performance.now() });
  const cleaner = makeCleaner(settings, mark);
  const account = new Account('train');
  const texts = rows.map((fields, i) => {
    row = i;
    mark(-1);
    return cleaner(fields, (rule, before, after) => account.note(i, rule, before, after));
  });
  const { changed, candidates } = account;
  tell({ kind: 'end', texts, changed, candidates });
}

addEventListener('message', ({ data }: MessageEvent<TrialOrder>) => {
  try {
    clean(data);
  } catch (error) {
    tell({ kind: 'fault', fault: faultOf(error) });
  }
});
