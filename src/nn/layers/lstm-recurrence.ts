// Records the recurrent part of an LSTM layer in the form that suits the device.
import type { Net, Pass, Signal } from '../net';
import type { Block } from '../op';
import { lstmCellSlopes } from '../ops/lstm-cell-slopes/op';
import { lstmCell } from '../ops/lstm-cell/op';
import { STEP, STEP_WORDS, type LstmConstant } from '../ops/lstm-cell/step';
import { lstmStepsSlopes } from '../ops/lstm-steps-slopes/op';
import { lstmSteps } from '../ops/lstm-steps/op';
import { lstmTranspose } from '../ops/lstm-transpose/op';
import { recordProduct } from '../product';

/**
 * How the recurrent part runs. 'product': a matrix product and an elementwise op for each step, where barriers are dear or U is
 * large. 'steps': one op for many steps, whose groups of threads own rows and wait for nobody else.
 */
export type RecurrenceForm = 'product' | 'steps';

/** Some columns of a signal. */
export interface SignalPart {
  signal: Signal;
  at: number; // first column
}

/** What the recurrent part knows of its layer. */
export interface RecurrenceShape {
  units: number; // H
  isReversed: boolean;
  maskPadding: boolean;
  stepsADispatch: number; // of the form 'steps'
  form?: RecurrenceForm;
  recurrentAt: number; // where U (H, 4H) stands among the parameters
  biasAt: number; // and b (4H)
  output: SignalPart;
}

const GROUP_CELLS = 4096; // of group memory, on every device
const MOST_GROUP_UNITS = 256; // threads of a group, on every device
const GROUP_STEP = 64;
const MANY_ROWS = 64;

function formOf({ backend }: Net, units: number): RecurrenceForm {
  const isShared = !backend.isSoftware && units <= MOST_GROUP_UNITS;
  return isShared ? 'steps' : 'product';
}

/** Quadruples of rows of a group: two, so that U is read less often, where memory and rows are enough. */
function lanesOf({ batch }: Net, units: number): number {
  return batch >= MANY_ROWS && 4 * units * 4 * 2 <= GROUP_CELLS ? 2 : 1;
}

/** The recurrent part: gates (N, 4H) come with x W, leave with what is told in the ops. */
export class Recurrence {
  readonly gates: Block<'f32'>; // (N, 4H)
  readonly states: Block<'f32'>; // (N, H), as the next step reads them
  private readonly net: Net;
  private readonly shape: RecurrenceShape;
  private readonly form: RecurrenceForm;
  private readonly cells: Block<'f32'>; // (N, H)
  private readonly carry: Block<'f32'>; // (B, H), slopes at the cells
  private readonly back: Block<'f32'>; // what flows back to the states of one step (B, H); of the form 'steps' U^T (4H, H)
  private readonly noMask: Block<'f32'>;
  private readonly group: number; // threads of a group
  private readonly groups: number;
  private readonly lanes: number; // quadruples of rows of a group
  private readonly steps = new Map<string, Block<'u32'>>();

  constructor(net: Net, shape: RecurrenceShape) {
    const { units, form } = shape;
    const rows = net.length * net.batch;
    this.net = net;
    this.shape = shape;
    this.form = form ?? formOf(net, units);
    this.gates = net.float(rows * 4 * units);
    this.states = net.float(rows * units);
    this.cells = net.float(rows * units);
    this.carry = net.float(net.batch * units);
    this.back = net.float(this.form === 'steps' ? 4 * units * units : net.batch * units);
    this.noMask = net.float(4);
    this.group = GROUP_STEP * Math.ceil(units / GROUP_STEP);
    this.lanes = lanesOf(net, units);
    this.groups = Math.ceil(net.batch / (4 * this.lanes));
  }

  /** From x W to the output; `mask` (B, H) drops parts of the state on its way to the next step. */
  forward({ length }: Pass, mask: Block<'f32'> | null): void {
    const { net, shape, gates, cells, states } = this;
    const { isReversed, biasAt, recurrentAt, output } = shape;
    const { plan, parameters, backend } = net;
    const constants = { ...this.constants(mask), biasAt };
    const many = { ...constants, recurrentAt, lanes: this.lanes };
    this.dispatches(length, (done, count) => {
      const first = isReversed ? length - 1 - done : done;
      const blocks = {
        ...{ plan, step: this.step(first, count, done === 0), weights: parameters.values },
        ...{ gates, cells, states, output: output.signal.values, mask: mask ?? this.noMask },
      };
      if (this.form === 'steps') backend.run(lstmSteps(this.group), blocks, many, this.groups);
      else {
        if (done > 0) this.multiplyState(first);
        backend.run(lstmCell, blocks, constants, net.batch * shape.units);
      }
    });
  }

  /** From the output's slopes to dz, which takes the gates' place. */
  backward({ length }: Pass, mask: Block<'f32'> | null): void {
    const { net, shape, gates, cells, carry, back } = this;
    const { isReversed, output } = shape;
    const { plan, backend } = net;
    const constants = this.constants(mask);
    const many = { ...constants, lanes: this.lanes };
    if (this.form === 'steps') this.transpose();
    this.dispatches(length, (done, count) => {
      const first = isReversed ? done : length - 1 - done;
      const blocks = {
        ...{ plan, step: this.step(first, count, done === 0), gates, cells, carry },
        ...{ slopes: output.signal.slopes, mask: mask ?? this.noMask },
      };
      if (this.form === 'steps') {
        const op = lstmStepsSlopes(this.group);
        backend.run(op, { ...blocks, recurrent: back }, many, this.groups);
      } else {
        if (done > 0) this.multiplySlopes(first);
        backend.run(lstmCellSlopes, { ...blocks, back }, constants, net.batch * shape.units);
      }
    });
  }

  /** Cuts the steps into dispatches, and tells each how many steps were done before and how many it does. */
  private dispatches(length: number, record: (done: number, count: number) => void): void {
    const most = this.form === 'steps' ? Math.max(1, this.shape.stepsADispatch) : 1;
    for (let done = 0; done < length; done += most) record(done, Math.min(most, length - done));
  }

  private constants(mask: Block<'f32'> | null): Record<LstmConstant, number> {
    const { units, isReversed, maskPadding, output } = this.shape;
    return {
      ...{ batch: this.net.batch, units },
      ...{
        reversed: Number(isReversed),
        masked: Number(maskPadding),
        drops: Number(mask !== null),
      },
      ...{ outRow: output.signal.width, outAt: output.at },
    };
  }

  /** gates += h' U of the step at a time. */
  private multiplyState(time: number): void {
    const { net, shape, states, gates } = this;
    const { units, isReversed, recurrentAt } = shape;
    recordProduct(net, {
      rows: net.batch,
      inner: units,
      columns: 4 * units,
      a: { block: states, at: (isReversed ? time + 1 : time - 1) * net.batch * units, row: units },
      b: { block: net.parameters.values, at: recurrentAt, row: 4 * units },
      c: { block: gates, at: time * net.batch * 4 * units, row: 4 * units },
      adds: true,
    });
  }

  /** back = dz' U^T for the step at a time. */
  private multiplySlopes(time: number): void {
    const { net, shape, gates, back } = this;
    const { units, isReversed, recurrentAt } = shape;
    const after = isReversed ? time - 1 : time + 1;
    recordProduct(net, {
      rows: net.batch,
      inner: 4 * units,
      columns: units,
      a: { block: gates, at: after * net.batch * 4 * units, row: 4 * units },
      b: { block: net.parameters.values, at: recurrentAt, row: 4 * units, transposed: true },
      c: { block: back, row: units },
    });
  }

  private transpose(): void {
    const { net, shape, back } = this;
    const { units, recurrentAt } = shape;
    const blocks = { weights: net.parameters.values, transposed: back };
    net.backend.run(lstmTranspose, blocks, { units, recurrentAt }, 4 * units * units);
  }

  /** What a dispatch is told; captures of several lengths share those that are alike. */
  private step(first: number, count: number, isStart: boolean): Block<'u32'> {
    const key = `${first} ${count} ${isStart}`;
    const found = this.steps.get(key);
    if (found) return found;
    const words = new Uint32Array(STEP_WORDS);
    words[STEP.first] = first;
    words[STEP.count] = count;
    words[STEP.isStart] = Number(isStart);
    const block = this.net.whole(words);
    this.steps.set(key, block);
    return block;
  }
}
