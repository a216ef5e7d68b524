// Dropout as a layer that changes its signal in place; it does nothing but in training.
import type { Layer, Net, Pass, Signal } from '../net';
import { dropout } from '../ops/dropout/op';
import { dropThreshold } from '../random';

/** What a dropout is made for. */
export interface DropoutOptions {
  share: number; // of the numbers that are dropped, 0 to below 1
  layer: number; // different for each dropout of a network, below 64: it tells their draws apart
}

/**
 * Drops numbers of a signal. What stands below may use the signal's values on its way back, but for those that were dropped: these
 * stay 0, and their slopes are 0.
 */
export class Dropout implements Layer {
  private readonly net: Net;
  private readonly signal: Signal;
  private readonly threshold: number;
  private readonly layer: number;

  constructor(net: Net, signal: Signal, { share, layer }: DropoutOptions) {
    this.net = net;
    this.signal = signal;
    this.threshold = dropThreshold(share);
    this.layer = layer;
  }

  forward(pass: Pass): void {
    this.record(pass, 0);
  }

  backward(pass: Pass): void {
    this.record(pass, 1);
  }

  private record({ isTraining }: Pass, back: 0 | 1): void {
    const { net, signal, threshold, layer } = this;
    if (!isTraining || threshold === 0) return;
    const { values, slopes } = signal;
    const numbers = values.length;
    const constants = { numbers, layer, threshold, back };
    net.backend.run(dropout, { plan: net.plan, values, slopes }, constants, numbers / 4);
  }
}
