// A dense layer: y = f(x W + b). Gradients: dz = f'(z) dy, dW = x^T dz, db = sum over rows of dz, dx = dz W^T.
import type { InitName } from '../../core/settings';
import { recordColumnSum } from '../column-sum';
import { glorotUniform, rootUniform, zeros } from '../init';
import type { Layer, Net, Signal } from '../net';
import type { Block } from '../op';
import { activationSlope } from '../ops/activation-slope/op';
import { biasActivation } from '../ops/bias-activation/op';
import {
  ACTIVATION,
  BIAS_SIZE,
  BIAS_SIZE_WORDS,
  type Activation,
} from '../ops/bias-activation/sizes';
import type { ModelPart, Parameter } from '../parameters';
import { recordProduct } from '../product';

/** What a dense layer is made for. */
export interface DenseOptions {
  name: string; // its parameters are '<name> kernel' and '<name> bias'
  units: number;
  activation: Activation;
  init: InitName;
  part: ModelPart;
  inputs?: number; // numbers of an input row that count; the input's width unless told
  passesSlope?: boolean; // false: nothing below wants the input's slopes, which saves their product
}

/** Numbers that a row of so many is filled up to, so that kernels take four at a time; the filler stays zero. */
export function filledWidth(numbers: number): number {
  return 4 * Math.ceil(numbers / 4);
}

/** x (B, inputs) to y (B, units), both perhaps wider. */
export class Dense implements Layer {
  readonly output: Signal;
  private readonly net: Net;
  private readonly input: Signal;
  private readonly options: Required<DenseOptions>;
  private readonly kernel: Parameter; // (inputs, units)
  private readonly bias: Parameter; // (units)
  private readonly sizes: Block<'u32'>;

  constructor(net: Net, input: Signal, options: DenseOptions) {
    const { inputs = input.width, passesSlope = true } = options;
    const { name, units, init, part } = options;
    this.net = net;
    this.input = input;
    this.options = { ...options, inputs, passesSlope };
    const ofPyTorch = rootUniform(inputs);
    this.kernel = net.parameters.add({
      name: `${name} kernel`,
      shape: [inputs, units],
      part,
      decays: true,
      init: init === 'keras' ? glorotUniform : ofPyTorch,
    });
    this.bias = net.parameters.add({
      name: `${name} bias`,
      shape: [units],
      part,
      decays: false,
      init: init === 'keras' ? zeros : ofPyTorch,
    });
    this.output = net.signal(net.batch, filledWidth(units));
    const sizes = new Uint32Array(BIAS_SIZE_WORDS);
    sizes[BIAS_SIZE.rows] = net.batch;
    sizes[BIAS_SIZE.units] = units;
    sizes[BIAS_SIZE.width] = this.output.width;
    sizes[BIAS_SIZE.biasAt] = this.bias.at;
    this.sizes = net.whole(sizes);
  }

  forward(): void {
    const { net, input, output, kernel, sizes } = this;
    const { inputs, units, activation } = this.options;
    const { batch: rows, parameters } = net;
    const { values } = parameters;
    recordProduct(net, {
      rows,
      inner: inputs,
      columns: units,
      a: { block: input.values, row: input.width },
      b: { block: values, at: kernel.at, row: units },
      c: { block: output.values, row: output.width },
    });
    const blocks = { sizes, bias: values, x: output.values };
    const constants = { activation: ACTIVATION[activation] };
    net.backend.run(biasActivation, blocks, constants, (rows * output.width) / 4);
  }

  backward(): void {
    const { net, input, output, kernel, bias } = this;
    const { inputs, units, passesSlope } = this.options;
    const { batch: rows, parameters } = net;
    const { values, slopes } = parameters;
    this.passActivation();
    const dz = { block: output.slopes, row: output.width };
    recordProduct(net, {
      rows: inputs,
      inner: rows,
      columns: units,
      a: { block: input.values, row: input.width, transposed: true },
      b: dz,
      c: { block: slopes, at: kernel.at, row: units },
    });
    recordColumnSum(net, { rows, columns: units, x: dz, out: slopes, outAt: bias.at });
    if (!passesSlope) return;
    recordProduct(net, {
      rows,
      inner: units,
      columns: inputs,
      a: dz,
      b: { block: values, at: kernel.at, row: units, transposed: true },
      c: { block: input.slopes, row: input.width },
    });
  }

  private passActivation(): void {
    const { net, output, sizes } = this;
    const { activation } = this.options;
    if (activation === 'none') return;
    const blocks = { sizes, y: output.values, slopes: output.slopes };
    const constants = { activation: ACTIVATION[activation] };
    net.backend.run(activationSlope, blocks, constants, (net.batch * output.width) / 4);
  }
}
