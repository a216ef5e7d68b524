// What the layers of one network share: the device, the batch's plan, the parameters, and blocks that are freed together.
import { fail } from '../core/errors';
import type { Backend, Block } from './op';
import { Parameters } from './parameters';

/** Numbers that flow forward through a network, and the slopes of the mean loss at them that flow back. */
export interface Signal {
  values: Block<'f32'>; // (N, width)
  slopes: Block<'f32'>; // (N, width), written by the layer that reads the values
  width: number;
}

/** One way through a network, fixed while it is captured. */
export interface Pass {
  length: number; // T, words of each row of this batch; 0 for models that read no words
  isTraining: boolean; // false = no dropout
}

/** A part of a network. Layers only record ops; they are recorded once for each length and then replayed. */
export interface Layer {
  forward(pass: Pass): void;
  backward(pass: Pass): void; // from the output's slopes to the input's and to its own parameters' slopes
}

/** What a network is made for. */
export interface NetShape {
  batch: number; // B, rows of every batch; rows that are missing have no label and no words
  length: number; // T at most; 0 for models that read no words
  planWords: number; // u32 of the longest plan
}

/** A network's surroundings; owns every block made through it until dispose(). */
export class Net {
  readonly backend: Backend;
  readonly batch: number;
  readonly length: number;
  readonly plan: Block<'u32'>; // see plan-head.ts
  readonly parameters: Parameters;
  private readonly owned: Block[] = [];

  constructor(backend: Backend, { batch, length, planWords }: NetShape) {
    this.backend = backend;
    this.batch = batch;
    this.length = length;
    this.plan = this.whole(planWords);
    this.parameters = new Parameters(this);
  }

  /** A block of f32 zeros; throws `config.memory` if the device cannot bind it in one piece. */
  float(length: number): Block<'f32'> {
    const { mostCells } = this.backend;
    if (length > mostCells) {
      const bytes = { neededBytes: 4 * length, mostBytes: 4 * mostCells };
      throw fail('bad-config', 'config.memory', bytes);
    }
    return this.own(this.backend.create('f32', length));
  }

  /** A block of u32 zeros, or of these values. */
  whole(values: number | Uint32Array<ArrayBuffer>): Block<'u32'> {
    if (typeof values === 'number') return this.own(this.backend.create('u32', values));
    const block = this.own(this.backend.create('u32', values.length));
    this.backend.write(block, values);
    return block;
  }

  /** Values and slopes of N rows. */
  signal(rows: number, width: number): Signal {
    return { values: this.float(rows * width), slopes: this.float(rows * width), width };
  }

  /** Gives every block back. */
  dispose(): void {
    for (const block of this.owned) this.backend.free(block);
    this.owned.length = 0;
  }

  private own<T extends Block>(block: T): T {
    this.owned.push(block);
    return block;
  }
}
