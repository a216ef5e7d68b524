// One optimizer step of all dense parameters in plain loops.
import { ALIGN } from '../../parameters';
import { GROUP, GROUP_CELLS, updateOf, type UpdateArrays } from '../../update';

/** The arrays of denseUpdate; shapes stand in op.ts. */
export interface DenseUpdateArrays extends UpdateArrays {
  groups: Float32Array<ArrayBuffer>;
  slopes: Float32Array<ArrayBuffer>;
}

/** Moves every number whose group has a rate. */
export function denseUpdatePlain(
  arrays: DenseUpdateArrays,
  { numbers, optimizer }: { numbers: number; optimizer: number },
): void {
  const { groups, slopes } = arrays;
  const chunks = numbers / ALIGN;
  const rateOf = (chunk: number) => groups[chunk * GROUP_CELLS + GROUP.rate];
  const decayOf = (chunk: number) => groups[chunk * GROUP_CELLS + GROUP.decay];
  for (let chunk = 0; chunk < chunks;) {
    const rate = rateOf(chunk);
    const decay = decayOf(chunk);
    let end = chunk + 1; // of the run of chunks that move alike
    while (end < chunks && rateOf(end) === rate && decayOf(end) === decay) end++;
    const at = chunk * ALIGN;
    if (rate !== 0) updateOf(arrays, { optimizer, rate, decay })(at, end * ALIGN, slopes, at);
    chunk = end;
  }
}
