// Moves a network's parameters and tables against their slopes; the formulas stand in update.ts.
import type { TrainSettings } from '../core/settings';
import type { Net } from './net';
import type { Block } from './op';
import { recordClip } from './clip';
import { denseUpdate } from './ops/dense-update/op';
import { markRows } from './ops/mark-rows/op';
import { rowUpdate } from './ops/row-update/op';
import { tableUpdate } from './ops/table-update/op';
import { ALIGN, type ModelPart } from './parameters';
import type { Table } from './table';
import { CONTROL, CONTROL_CELLS, GROUP, GROUP_CELLS, OPTIMIZER, stepRates } from './update';

/** How parameters are moved. */
export interface OptimizerSettings extends Pick<
  TrainSettings,
  'optimizer' | 'momentum' | 'weightDecay' | 'clipNorm' | 'rareRows'
> {
  rates: Record<ModelPart, number>; // of each part, times the learning rate; 0 = frozen
}

interface Moments {
  means: Block<'f32'>;
  squares: Block<'f32'>;
}

interface MovingTable extends Moments {
  table: Table;
  group: Block<'f32'>; // (2)
  slots: Block<'u32'> | null; // (V); null where only touched rows move
}

/** What training needs and prediction does without. */
interface Training {
  controls: Block<'f32'>;
  groups: Block<'f32'>; // of the parameters, (cells / 64, 2)
  moments: Moments | null; // of the parameters; null where all of them are frozen
  tables: MovingTable[];
}

/** Moves what is not frozen; makes its moments when it is first recorded. */
export class Optimizer {
  private readonly net: Net;
  private readonly tables: readonly Table[];
  private readonly settings: OptimizerSettings;
  private training: Training | null = null;

  constructor(net: Net, tables: readonly Table[], settings: OptimizerSettings) {
    this.net = net;
    this.settings = settings;
    this.tables = tables.filter(({ part }) => settings.rates[part] !== 0);
  }

  /** Records a step; the slopes must be written before it in the same capture. */
  record(): void {
    const { net, settings } = this;
    const { backend, plan, parameters } = net;
    this.training ??= this.startTraining();
    const { controls, groups, moments, tables } = this.training;
    const moving = moments ? parameters.list.filter(({ part }) => settings.rates[part] !== 0) : [];
    recordClip(net, {
      parameters: moving,
      tables: this.tables,
      limit: settings.clipNorm,
      controls,
    });
    if (moments) {
      const { values, slopes, cells: numbers } = parameters;
      const blocks = { plan, controls, groups, slopes, values, ...moments };
      backend.run(denseUpdate, blocks, { numbers, ...this.constants() }, numbers / 4);
    }
    for (const table of tables) this.recordTable(table, controls);
  }

  /** What the caller puts into the plan from PLAN.rates on, as bits; steps are 1-based. */
  rates(step: number, learningRate: number): Float32Array<ArrayBuffer> {
    return stepRates(step, learningRate);
  }

  /** Forgets what earlier steps were like. */
  reset(): void {
    const { backend } = this.net;
    if (!this.training) return;
    const { moments, tables } = this.training;
    for (const { means, squares } of moments ? [moments, ...tables] : tables) {
      backend.clear(means);
      backend.clear(squares);
    }
  }

  private recordTable(
    { table, group, slots, means, squares }: MovingTable,
    controls: Block<'f32'>,
  ) {
    const { backend, plan } = this.net;
    const { rows, width, values, slopes } = table;
    const touched = () => table.segments?.segments ?? table.touched;
    const blocks = { plan, controls, group, slopes, values, means, squares };
    if (!slots) {
      const constants = { width, ...this.constants() };
      backend.run(rowUpdate, blocks, constants, () => (touched() * width) / 4);
      return;
    }
    backend.run(markRows, { plan, slots }, {}, touched);
    const constants = { rows, width, ...this.constants() };
    backend.run(tableUpdate, { ...blocks, slots }, constants, (rows * width) / 4);
  }

  private constants(): { optimizer: number; momentum: number } {
    const { optimizer, momentum } = this.settings;
    return { optimizer: OPTIMIZER[optimizer], momentum: Number(momentum !== 0) };
  }

  private startTraining(): Training {
    const { net, settings } = this;
    const controls = net.float(CONTROL_CELLS);
    const numbers = new Float32Array(CONTROL_CELLS);
    numbers[CONTROL.clip] = 1;
    numbers[CONTROL.momentum] = settings.momentum;
    net.backend.write(controls, numbers);
    const groups = this.groups();
    const isMoving = groups.some((x, i) => i % GROUP_CELLS === GROUP.rate && x !== 0);
    return {
      controls,
      groups: this.filled(groups),
      moments: isMoving ? this.momentsOf(net.parameters.cells) : null,
      tables: this.tables.map((table) => ({
        table,
        group: this.filled(this.group(table.part, true)),
        slots: settings.rareRows ? null : net.whole(table.rows),
        ...this.momentsOf(table.values.length),
      })),
    };
  }

  /** The group of each run of 64 cells of the parameters. */
  private groups(): Float32Array<ArrayBuffer> {
    const { list, cells } = this.net.parameters;
    const groups = new Float32Array((cells / ALIGN) * GROUP_CELLS);
    for (const { at, size, part, decays } of list)
      for (let chunk = at / ALIGN; chunk * ALIGN < at + size; chunk++)
        groups.set(this.group(part, decays), chunk * GROUP_CELLS);
    return groups;
  }

  private group(part: ModelPart, decays: boolean): Float32Array<ArrayBuffer> {
    const group = new Float32Array(GROUP_CELLS);
    group[GROUP.rate] = this.settings.rates[part];
    group[GROUP.decay] = decays ? this.settings.weightDecay : 0;
    return group;
  }

  private filled(values: Float32Array<ArrayBuffer>): Block<'f32'> {
    const block = this.net.float(values.length);
    this.net.backend.write(block, values);
    return block;
  }

  /** As much as the optimizer keeps of each number; kernels still bind what is not used. */
  private momentsOf(cells: number): Moments {
    const { net, settings } = this;
    const hasMeans = settings.optimizer !== 'sgd' || settings.momentum !== 0;
    const hasSquares = settings.optimizer !== 'sgd';
    return { means: net.float(hasMeans ? cells : 4), squares: net.float(hasSquares ? cells : 4) };
  }
}
