// An activation by itself, in place: y = f(x). For layers whose product has a bias of its own, as those over sparse rows.
import type { Layer, Net, Signal } from '../net';
import type { Block } from '../op';
import { activationSlope } from '../ops/activation-slope/op';
import { biasActivation } from '../ops/bias-activation/op';
import {
  ACTIVATION,
  BIAS_SIZE,
  BIAS_SIZE_WORDS,
  type Activation as ActivationName,
} from '../ops/bias-activation/sizes';

/** What an activation is made for. */
export interface ActivationOptions {
  kind: ActivationName;
  units: number; // numbers of a row that count; the rest fills it up and stays zero
}

/** Bends a signal (B, width). */
export class Activation implements Layer {
  private readonly net: Net;
  private readonly signal: Signal;
  private readonly constants: { activation: number };
  private readonly sizes: Block<'u32'>;
  private readonly noBias: Block<'f32'>; // (units) zeros

  constructor(net: Net, signal: Signal, { kind, units }: ActivationOptions) {
    this.net = net;
    this.signal = signal;
    this.constants = { activation: ACTIVATION[kind] };
    this.noBias = net.float(units);
    const sizes = new Uint32Array(BIAS_SIZE_WORDS);
    sizes[BIAS_SIZE.rows] = net.batch;
    sizes[BIAS_SIZE.units] = units;
    sizes[BIAS_SIZE.width] = signal.width;
    this.sizes = net.whole(sizes);
  }

  forward(): void {
    const { net, signal, sizes, noBias: bias, constants } = this;
    const blocks = { sizes, bias, x: signal.values };
    net.backend.run(biasActivation, blocks, constants, (net.batch * signal.width) / 4);
  }

  backward(): void {
    const { net, signal, sizes, constants } = this;
    const blocks = { sizes, y: signal.values, slopes: signal.slopes };
    net.backend.run(activationSlope, blocks, constants, (net.batch * signal.width) / 4);
  }
}
