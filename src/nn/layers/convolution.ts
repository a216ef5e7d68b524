// Convolutions over words with their maximum over time. Kim (2014), "Convolutional Neural Networks for Sentence Classification",
// https://arxiv.org/abs/1408.5882. The ops under ops/convolution-* explain themselves; here they are put in a row.
// Kernels stand as (width, E, F), the layout of Keras's Conv1D; PyTorch's Conv1d has (F, E, width).
import type { InitName } from '../../core/settings';
import { glorotUniform, rootUniform, zeros } from '../init';
import type { Layer, Net, Pass, Signal } from '../net';
import type { Block } from '../op';
import { convolutionGreatest } from '../ops/convolution-greatest/op';
import { convolutionInputSlopes } from '../ops/convolution-input-slopes/op';
import { convolutionKernelSlopes } from '../ops/convolution-kernel-slopes/op';
import { convolutionOrder } from '../ops/convolution-order/op';
import { convolutionPack } from '../ops/convolution-pack/op';
import { convolutionPool } from '../ops/convolution-pool/op';
import {
  rowsBefore,
  sliceCount,
  type Dealing,
  type Widths,
} from '../ops/convolution-windows/filters';
import { convolutionWindows } from '../ops/convolution-windows/op';
import type { ModelPart, Parameter } from '../parameters';
import { recordProduct } from '../product';

/** What a convolution is made of. */
export interface MaxConvolutionOptions {
  name: string; // parameters are called `${name} ${width} kernel` and `${name} ${width} bias`
  filters: number; // F, of each width
  widths: Widths; // words under a filter, each at least 1
  init: InitName;
  part?: ModelPart; // 'body' unless told
  hasActivation?: boolean; // ReLU; true unless told
}

// A GPU has threads to spare, and registers for eight windows; a processor that plays one gains from fewer reads.
const ON_GPU: Dealing = { tile: 8, slices: 8 };
const ON_PROCESSOR: Dealing = { tile: 16, slices: 1 };

/** Each filter's greatest value over all windows of a row's words. */
export class MaxConvolution implements Layer {
  readonly output: Signal; // (B, F * widths), all filters of the first width first
  private readonly net: Net;
  private readonly input: Signal; // (T * B, E); what stands behind a row's words counts as zeros
  private readonly widths: Widths;
  private readonly kernels: readonly Parameter[]; // (width, E, F)
  private readonly constants: Record<'batch' | 'embedding' | 'filters', number> & Dealing;
  private readonly activates: number;
  private readonly biases: readonly Parameter[]; // (F)
  private readonly packed: Block<'f32'>; // (sum of widths, E, F padded to 4)
  private readonly tops: Block<'f32'>; // (widths, B, S, F / 4, 2, 4)
  private readonly maps: Block<'f32'> | null; // (widths, T, B, F), of the WASM tier only
  private readonly turned: Block<'f32'>; // (sum of widths, F, E)
  private readonly winners: Block<'u32'>; // (B, F * widths)
  private readonly list: Block<'u32'>; // (B, widths, F)
  private readonly starts: Block<'u32'>; // (B, widths, T + 1)

  constructor(net: Net, input: Signal, options: MaxConvolutionOptions) {
    const { filters, widths, hasActivation = true } = options;
    const { batch, length, backend } = net;
    const embedding = input.width;
    this.net = net;
    this.input = input;
    this.widths = widths;
    this.activates = Number(hasActivation);
    const dealing = backend.isSoftware ? ON_PROCESSOR : ON_GPU;
    this.constants = { batch, embedding, filters, ...dealing };
    [this.kernels, this.biases] = addParameters(net, embedding, options);
    const words = rowsBefore(widths, widths.length);
    const all = filters * widths.length;
    this.output = net.signal(batch, all);
    const padded = 4 * Math.ceil(filters / 4);
    this.packed = net.float(words * embedding * padded);
    this.tops = net.float(widths.length * batch * dealing.slices * 2 * padded);
    this.maps = backend.tier === 'wasm' ? net.float(length * batch * all) : null;
    this.turned = net.float(words * embedding * filters);
    this.winners = net.whole(batch * all);
    this.list = net.whole(batch * all);
    this.starts = net.whole(batch * widths.length * (length + 1));
  }

  forward({ length }: Pass): void {
    const { net, widths, constants, packed, turned, tops, winners } = this;
    const { backend, batch, plan, parameters } = net;
    const { embedding, filters } = constants;
    const quads = Math.ceil(filters / 4);
    const weights = { parameters: parameters.values, packed, turned };
    const places = { embedding, filters, ...this.placesOf(this.kernels, 'kernel') };
    const threads = rowsBefore(widths, widths.length) * embedding * quads;
    backend.run(convolutionPack(widths), weights, places, threads);

    if (this.maps) this.multiply(length, this.maps);
    else {
      const blocks = { plan, x: this.input.values, packed, tops };
      const lines = widths.length * batch * sliceCount(length, constants);
      backend.run(convolutionWindows(widths, constants.tile), blocks, constants, lines * quads);
    }

    const y = this.output.values;
    const blocks = { plan, tops, parameters: parameters.values, y, winners };
    const biases = this.placesOf(this.biases, 'bias');
    const form = { ...constants, activates: this.activates, ...biases };
    backend.run(convolutionPool(widths), blocks, form, batch * this.output.width);
  }

  backward({ length }: Pass): void {
    const { net, widths, constants, winners, list, starts, turned } = this;
    const { backend, batch, plan, parameters } = net;
    const { values: x, slopes: xSlopes } = this.input;
    const { slopes, width } = this.output;
    const { embedding, filters } = constants;
    const sizes = { batch, embedding, filters };
    const won = { plan, x, winners, slopes, parameterSlopes: parameters.slopes };
    const places = {
      ...sizes,
      ...this.placesOf(this.kernels, 'kernel'),
      ...this.placesOf(this.biases, 'bias'),
    };
    backend.run(convolutionKernelSlopes(widths), won, places, width * (embedding / 4));
    const sorted = { plan, winners, slopes, list, starts };
    backend.run(convolutionOrder(widths), sorted, sizes, batch * width);
    const back = { plan, list, starts, slopes, turned, xSlopes };
    const threads = length * batch * (embedding / 4);
    backend.run(convolutionInputSlopes(widths), back, sizes, threads);
  }

  /** The maps of all filters as products, one for each word of a width, and their greatest values. */
  private multiply(length: number, maps: Block<'f32'>): void {
    const { net, widths, constants, kernels, tops } = this;
    const { batch, embedding, filters } = constants;
    const size = length * batch * filters;
    widths.forEach((width, i) => {
      const windows = Math.max(length, width) - width + 1;
      const [inner, columns] = [embedding, filters];
      for (let k = 0; k < Math.min(width, length); k++) {
        const a = { block: this.input.values, at: k * batch * embedding, row: embedding };
        const at = kernels[i].at + k * embedding * filters;
        const b = { block: net.parameters.values, at, row: filters };
        const c = { block: maps, at: i * size, row: filters };
        recordProduct(net, { rows: windows * batch, inner, columns, a, b, c, adds: k > 0 });
      }
    });
    const blocks = { plan: net.plan, maps, tops };
    const sizes = { batch, embedding, filters };
    net.backend.run(convolutionGreatest(widths), blocks, sizes, batch * this.output.width);
  }

  private placesOf(parameters: readonly Parameter[], name: string): Record<string, number> {
    return Object.fromEntries(parameters.map(({ at }, i) => [`${name}${i}`, at]));
  }
}

function addParameters(
  net: Net,
  embedding: number,
  { name, filters, widths, init, part = 'body' }: MaxConvolutionOptions,
): [Parameter[], Parameter[]] {
  const kernels = widths.map((width) =>
    net.parameters.add({
      name: `${name} ${width} kernel`,
      shape: [width, embedding, filters],
      part,
      decays: true,
      init: init === 'keras' ? glorotUniform : rootUniform(width * embedding),
    }),
  );
  const biases = widths.map((width) =>
    net.parameters.add({
      name: `${name} ${width} bias`,
      shape: [filters],
      part,
      decays: false,
      init: init === 'keras' ? zeros : rootUniform(width * embedding),
    }),
  );
  return [kernels, biases];
}
