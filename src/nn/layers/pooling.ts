// Makes one row of numbers of the numbers at a row's words: those at its last word, their mean, or the greatest.
import type { Layer, Net, Pass, Signal } from '../net';
import type { Block } from '../op';
import { POOLING, type PoolingConstant, type PoolingName } from '../ops/pooling/kinds';
import { pooling } from '../ops/pooling/op';
import { poolingSlopes } from '../ops/pooling-slopes/op';

/** How a layer pools. */
export interface PoolingOptions {
  kind: PoolingName;
  maskPadding: boolean; // false: the filler behind short rows counts as words
  reversedFrom?: number; // columns from here on come from a reversed layer, which ends at the first word; none unless told
}

/** Pooling over time: input (T * B, W) to output (B, W). */
export class Pooling implements Layer {
  readonly output: Signal;
  private readonly net: Net;
  private readonly input: Signal;
  private readonly best: Block<'u32'>; // (B, W), times of the greatest
  private readonly constants: Record<PoolingConstant, number>;

  constructor(net: Net, input: Signal, options: PoolingOptions) {
    const { kind, maskPadding, reversedFrom = input.width } = options;
    const { batch } = net;
    const { width } = input;
    this.net = net;
    this.input = input;
    this.output = net.signal(batch, width);
    this.best = net.whole(batch * width);
    const masked = Number(maskPadding);
    this.constants = { kind: POOLING[kind], batch, width, reversedFrom, masked };
  }

  forward(): void {
    const { net, input, output, best, constants } = this;
    const blocks = { plan: net.plan, x: input.values, y: output.values, best };
    net.backend.run(pooling, blocks, constants, net.batch * input.width);
  }

  backward({ length }: Pass): void {
    const { net, input, output, best, constants } = this;
    const blocks = { plan: net.plan, slopes: output.slopes, best, xSlopes: input.slopes };
    const threads = length * net.batch * input.width;
    net.backend.run(poolingSlopes, blocks, constants, threads);
  }
}
