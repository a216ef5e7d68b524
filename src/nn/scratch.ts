// Blocks for what lives between two neighbouring dispatches only: all ops of a network share them.
import type { Net } from './net';
import type { Block } from './op';

const LEAST = 1024; // cells

const blocks = new WeakMap<Net, Map<number, Block<'f32'>>>();

/** A block of at least so many cells; whoever asks for as much next writes into the same one. */
export function scratchOf(net: Net, cells: number): Block<'f32'> {
  const length = Math.max(LEAST, 2 ** Math.ceil(Math.log2(cells)));
  const ofNet = blocks.get(net) ?? new Map<number, Block<'f32'>>();
  blocks.set(net, ofNet);
  const block = ofNet.get(length) ?? net.float(length);
  ofNet.set(length, block);
  return block;
}
