// An LSTM layer in one direction. The product of all words with W is one matrix product, and so are the gradients of W, of U and
// of the input; between them runs the recurrent part, step by step (lstm-recurrence.ts).
// Parameters: '<name> kernel' W (E, 4H), '<name> recurrent' U (H, 4H), '<name> bias' b (4H); gates in the order i, f, g, o, each
// H columns. With maskPadding the state stays as it is behind a row's end: the output there is zeros and nothing flows back, and
// reversed the layer begins at the row's last word; pooling 'last' takes the state where the row ends.
import type { InitName } from '../../core/settings';
import { recordColumnSum } from '../column-sum';
import type { Layer, Net, Pass, Signal } from '../net';
import type { Block } from '../op';
import { lstmDrop } from '../ops/lstm-drop/op';
import { MASK_STRETCH, lstmMask } from '../ops/lstm-mask/op';
import type { ModelPart, Parameter } from '../parameters';
import { recordProduct } from '../product';
import { dropThreshold } from '../random';
import { lstmInits } from './lstm-init';
import { Recurrence, type RecurrenceForm, type SignalPart } from './lstm-recurrence';

/** What an LSTM layer is made for. */
export interface LstmOptions {
  name: string; // 'lstm 1'
  units: number; // H
  isReversed?: boolean; // runs from the last word to the first
  dropout?: number; // share of the inputs dropped: one mask for all words of a row
  recurrentDropout?: number; // share of the state dropped before the next step reads it, likewise
  maskPadding: boolean; // false runs through the filler as if it were words
  init: InitName;
  part?: ModelPart;
  layerNumber: number; // keeps the draws of layers apart; both directions may share one
  stepsADispatch: number; // on a real GPU
  form?: RecurrenceForm; // of the recurrent part; what suits the device unless told
  output?: SignalPart; // where to write; a signal of its own unless told
  addsSlopes?: boolean; // the input's slopes are added to, for another layer that reads it writes them before
}

/** A mask of (B, width) and which of the four masks of a layer number it is. */
interface Mask {
  block: Block<'f32'>;
  count: number;
  share: number;
  place: number;
}

/** An LSTM layer: input (T * B, E) to H columns of the output (T * B, ...). */
export class Lstm implements Layer {
  readonly output: Signal;
  private readonly net: Net;
  private readonly input: Signal;
  private readonly options: LstmOptions;
  private readonly kernel: Parameter;
  private readonly recurrent: Parameter;
  private readonly bias: Parameter;
  private readonly recurrence: Recurrence;
  private readonly inputMask: Mask | null;
  private readonly stateMask: Mask | null;
  private readonly dropped: Block<'f32'> | null; // the input that dropout left (N, E); going back the slopes at it

  constructor(net: Net, input: Signal, options: LstmOptions) {
    const { name, units, init, part = 'body', isReversed = false } = options;
    const rows = net.length * net.batch;
    this.net = net;
    this.input = input;
    this.options = options;
    const inits = lstmInits(init, units);
    const add = (what: keyof typeof inits, shape: number[]) => {
      const decays = what !== 'bias';
      return net.parameters.add({
        name: `${name} ${what}`,
        shape,
        part,
        decays,
        init: inits[what],
      });
    };
    this.kernel = add('kernel', [input.width, 4 * units]);
    this.recurrent = add('recurrent', [units, 4 * units]);
    this.bias = add('bias', [4 * units]);
    const into = options.output ?? { signal: net.signal(rows, units), at: 0 };
    this.output = into.signal;
    const place = isReversed ? 2 : 0;
    this.inputMask = this.mask(input.width, options.dropout ?? 0, place);
    this.stateMask = this.mask(units, options.recurrentDropout ?? 0, place + 1);
    this.dropped = this.inputMask && net.float(rows * input.width);
    const { maskPadding, stepsADispatch, form } = options;
    this.recurrence = new Recurrence(net, {
      ...{ units, isReversed, maskPadding, stepsADispatch, form },
      recurrentAt: this.recurrent.at,
      biasAt: this.bias.at,
      output: into,
    });
  }

  forward(pass: Pass): void {
    const { net, input, inputMask, stateMask, dropped, kernel, recurrence } = this;
    if (pass.isTraining) for (const mask of [inputMask, stateMask]) if (mask) this.draw(mask);
    if (pass.isTraining && inputMask && dropped) this.drop(input.values, dropped, pass, false);
    recordProduct(net, {
      rows: pass.length * net.batch,
      inner: input.width,
      columns: 4 * this.options.units,
      a: { block: this.read(pass), row: input.width },
      b: { block: net.parameters.values, at: kernel.at, row: 4 * this.options.units },
      c: { block: recurrence.gates, row: 4 * this.options.units },
    });
    recurrence.forward(pass, this.stateMaskOf(pass));
  }

  backward(pass: Pass): void {
    this.recurrence.backward(pass, this.stateMaskOf(pass));
    this.recordKernelSlopes(pass);
    this.recordRecurrentSlopes(pass);
    this.recordInputSlopes(pass);
  }

  private recordKernelSlopes(pass: Pass): void {
    const { net, input, kernel, bias, recurrence } = this;
    const rows = pass.length * net.batch;
    const wide = 4 * this.options.units;
    const gates = { block: recurrence.gates, row: wide };
    const out = net.parameters.slopes;
    recordProduct(net, {
      rows: input.width,
      inner: rows,
      columns: wide,
      a: { block: this.read(pass), row: input.width, transposed: true },
      b: gates,
      c: { block: out, at: kernel.at, row: wide },
    });
    recordColumnSum(net, { rows, columns: wide, x: gates, out, outAt: bias.at });
  }

  /** Each step's state by the slopes of the step after, which stand a batch apart. */
  private recordRecurrentSlopes({ length }: Pass): void {
    const { net, recurrent, recurrence } = this;
    const { units, isReversed = false } = this.options;
    const { batch } = net;
    if (length === 1) {
      // A product over nothing: zeros, as is a sum over no rows.
      const none = { rows: 0, x: { block: recurrence.states, row: 0 } };
      const out = net.parameters.slopes;
      recordColumnSum(net, { ...none, columns: recurrent.size, out, outAt: recurrent.at });
      return;
    }
    recordProduct(net, {
      rows: units,
      inner: (length - 1) * batch,
      columns: 4 * units,
      a: {
        block: recurrence.states,
        at: isReversed ? batch * units : 0,
        row: units,
        transposed: true,
      },
      b: { block: recurrence.gates, at: isReversed ? 0 : 4 * batch * units, row: 4 * units },
      c: { block: net.parameters.slopes, at: recurrent.at, row: 4 * units },
    });
  }

  private recordInputSlopes(pass: Pass): void {
    const { net, input, kernel, recurrence, dropped } = this;
    const { units, addsSlopes = false } = this.options;
    const isDropped = pass.isTraining && dropped !== null;
    recordProduct(net, {
      rows: pass.length * net.batch,
      inner: 4 * units,
      columns: input.width,
      a: { block: recurrence.gates, row: 4 * units },
      b: { block: net.parameters.values, at: kernel.at, row: 4 * units, transposed: true },
      c: { block: isDropped ? dropped : input.slopes, row: input.width },
      adds: addsSlopes && !isDropped,
    });
    if (isDropped) this.drop(dropped, input.slopes, pass, addsSlopes);
  }

  /** What the layer multiplies with W. */
  private read({ isTraining }: Pass): Block<'f32'> {
    return (isTraining && this.dropped) || this.input.values;
  }

  private stateMaskOf({ isTraining }: Pass): Block<'f32'> | null {
    return isTraining && this.stateMask ? this.stateMask.block : null;
  }

  private mask(width: number, share: number, place: number): Mask | null {
    if (share === 0) return null;
    const count = this.net.batch * width;
    return { block: this.net.float(count), count, share, place };
  }

  private draw({ block, count, share, place }: Mask): void {
    const { backend, plan } = this.net;
    const draws = { layer: this.options.layerNumber, counter: place * MASK_STRETCH };
    const constants = { count, ...draws, threshold: dropThreshold(share) };
    backend.run(lstmMask, { plan, mask: block }, constants, count);
  }

  private drop(x: Block<'f32'>, y: Block<'f32'>, { length }: Pass, isAdded: boolean): void {
    const { backend, plan, batch } = this.net;
    const { width } = this.input;
    const blocks = { plan, x, mask: this.inputMask!.block, y };
    const constants = { batch, width, adds: Number(isAdded) };
    backend.run(lstmDrop, blocks, constants, length * batch * width);
  }
}
