// All dense parameters of a network in one block, and their slopes in another of the same layout: one dispatch updates them all.
// Tables of embeddings, of which a batch touches few rows, stand apart (table.ts).
import { STREAM, randomUnit } from '../core/random';
import type { Backend, Block, Cells } from './op';

/** Which part of a model a parameter belongs to: fine-tuning gives each part a rate of its own. */
export type ModelPart = 'table' | 'body' | 'head';

/** Draws fresh values, (shape), from a stream of random numbers in [0, 1). */
export type Init = (shape: readonly number[], draw: () => number) => Float32Array<ArrayBuffer>;

/** A dense parameter: where it stands in the block of all of them. */
export interface Parameter {
  name: string; // 'lstm 1 kernel'
  shape: readonly number[];
  at: number; // first cell, a multiple of 64
  size: number; // cells
  part: ModelPart;
  decays: boolean; // weight decay takes hold of it: kernels yes, biases no
  init: Init;
}

/** Where parameters live: a network's surroundings. */
export interface ParameterHome {
  readonly backend: Backend;
  float(length: number): Block<'f32'>;
}

/** Every parameter begins at a multiple of so many cells. */
export const ALIGN = 64;

/** The dense parameters; add them all before anything is captured. */
export class Parameters {
  readonly list: Parameter[] = [];
  private readonly home: ParameterHome;
  private end = 0;
  private made: { values: Block<'f32'>; slopes: Block<'f32'> } | null = null;

  constructor(home: ParameterHome) {
    this.home = home;
  }

  /** Trainable numbers. */
  get count(): number {
    return this.list.reduce((sum, { size }) => sum + size, 0);
  }

  /** Cells of the block: the parameters and the gaps between them. */
  get cells(): number {
    return Math.max(ALIGN, this.end);
  }

  /** The values of all parameters. */
  get values(): Block<'f32'> {
    return this.blocks().values;
  }

  /** The slopes of the mean loss at them; zeros in the gaps. */
  get slopes(): Block<'f32'> {
    return this.blocks().slopes;
  }

  /** Takes a parameter in. */
  add(parameter: Omit<Parameter, 'at' | 'size'>): Parameter {
    if (this.made) throw new Error('a parameter was added to a network already in use');
    const size = parameter.shape.reduce((product, n) => product * n, 1);
    const added = { ...parameter, at: this.end, size };
    this.end = ALIGN * Math.ceil((this.end + size) / ALIGN);
    this.list.push(added);
    return added;
  }

  /** Draws fresh values for all; the same seed gives the same values. */
  initialise(seed: number): void {
    const all = new Float32Array(this.cells);
    this.list.forEach(({ shape, at, init }, i) => {
      let counter = 0;
      const stream = STREAM.init + 16 * (i + 1);
      all.set(
        init(shape, () => randomUnit(seed, stream, counter++)),
        at,
      );
    });
    this.home.backend.write(this.values, all);
  }

  /** Copies of all values, by name. */
  async read(): Promise<Record<string, { shape: number[]; values: Cells<'f32'> }>> {
    const all = await this.home.backend.read(this.values);
    return Object.fromEntries(
      this.list.map(({ name, shape, at, size }) => [
        name,
        { shape: [...shape], values: all.slice(at, at + size) },
      ]),
    );
  }

  /** Puts in the values that have a parameter's name and size; the others keep theirs. */
  async write(values: Record<string, { values: Cells<'f32'> }>): Promise<void> {
    const fitting = this.list.filter(
      ({ name, size }) => name in values && values[name].values.length === size,
    );
    const isWhole = fitting.length === this.list.length;
    const all = isWhole ? new Float32Array(this.cells) : await this.home.backend.read(this.values);
    for (const { name, at } of fitting) all.set(values[name].values, at);
    this.home.backend.write(this.values, all);
  }

  private blocks() {
    const { home, cells } = this;
    this.made ??= { values: home.float(cells), slopes: home.float(cells) };
    return this.made;
  }
}
