// Which rows are offered as examples: spread evenly, other ones each round, the same for everybody.
import { STREAM, randomUnit } from '../../../core/random';

/** Row indices below `rows`, one from each of `count` equal stretches; ascending, without repeats. */
export function exampleRows(rows: number, count: number, round: number): number[] {
  const wanted = Math.min(rows, count);
  return Array.from({ length: wanted }, (_, i) => {
    const start = Math.floor((i * rows) / wanted);
    const end = Math.floor(((i + 1) * rows) / wanted);
    return start + Math.floor(randomUnit(round, STREAM.sample, i) * (end - start));
  });
}
