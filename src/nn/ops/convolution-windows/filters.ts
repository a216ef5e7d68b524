// How the convolution's kernels name their sizes, and where filters of several widths stand in their buffers.
// Filters are counted over all widths, F of each: filter j is number j % F of width number floor(j / F).
import { PLAN_HEAD, PLAN_HEAD_WGSL } from '../../plan-head';

/** Widths of the filters, in words; F filters of each. */
export type Widths = readonly number[];

/** How a row's windows are dealt out to threads. */
export interface Dealing {
  tile: number; // windows that one thread computes side by side
  slices: number; // threads of a row and filters at most, each with every so many-th tile
}

/** The winner of a filter that no slope reaches: its greatest value is not above 0. */
export const NO_WINNER = 0xffffffff;

/** Slices into which a row's windows are dealt out, `tile` after `tile`. */
export function sliceCount(length: number, { tile, slices }: Dealing): number {
  return Math.min(slices, Math.ceil(length / tile));
}

/** Words of all widths before width number i: where its rows begin among those of all filters. */
export function rowsBefore(widths: Widths, i: number): number {
  return widths.slice(0, i).reduce((sum, width) => sum + width, 0);
}

/** Words under a row's windows of a width: what is missing of a row shorter than the width is filled up with zeros. */
export function windowCount(words: number, width: number): number {
  return Math.max(words, width) - width + 1;
}

/** Names every op's WGSL knows; needs the constants batch, embedding and filters, and the buffer `plan`. */
export function filtersWgsl(widths: Widths): string {
  return /* wgsl */ `${PLAN_HEAD_WGSL}
const quarter = embedding / 4u;
const quads = (filters + 3u) / 4u;
const widths = ${widths.length}u;
const all = filters * widths;
fn words_of(row: u32) -> u32 { return plan[${PLAN_HEAD} + batch + row]; }
`;
}

/** The number of slices; needs the constants tile and slices. */
export const SLICES_WGSL = /* wgsl */ `
fn slice_count() -> u32 { return min(slices, (plan_length() + tile - 1u) / tile); }
`;
