// How far a long piece of work is: at most ten reports a second, with rate and time left.

/** A state of long work, made for showing. */
export interface Progress {
  phase: ProgressPhase;
  done: number; // in `unit`
  total: number | null; // in `unit`; null = not known
  unit: 'bytes' | 'rows' | 'steps';
  rate: number; // units a second, over the whole phase
  secondsLeft: number | null; // of this phase; null = not known yet
}

/** The named stretches of long work. */
export type ProgressPhase =
  | 'reading'
  | 'cleaning'
  | 'tagging'
  | 'counting'
  | 'encoding'
  | 'looking' // at every row, for the survey
  | 'comparing' // of texts with each other
  | 'loading'
  | 'training'
  | 'testing'
  | 'writing'
  | 'ranking';

/** Receives progress; comes from the page through a Comlink proxy. */
export type ReportProgress = (progress: Progress) => void;

const LEAST_MS = 100;

/** Makes a function that takes the amount done and reports at most every 100 ms, and always at the end. */
export function meter(
  phase: ProgressPhase,
  total: number | null,
  unit: Progress['unit'],
  report: ReportProgress,
): (done: number) => void {
  const start = performance.now();
  let last = -Infinity;
  return (done) => {
    const now = performance.now();
    if (now - last < LEAST_MS && done !== total) return;
    last = now;
    const seconds = (now - start) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const secondsLeft = total === null || rate === 0 ? null : (total - done) / rate;
    report({ phase, done, total, unit, rate, secondsLeft });
  };
}
