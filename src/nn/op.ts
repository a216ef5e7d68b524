// What an op is: one computation in two forms, plain loops and WGSL, over the same named buffers.

/** What a buffer holds. */
export type Cell = 'f32' | 'u32';

/** The array that holds cells on the processor. */
export type Cells<T extends Cell = Cell> = T extends 'u32'
  ? Uint32Array<ArrayBuffer>
  : Float32Array<ArrayBuffer>;

/** Numbers that live where the backend computes; only the backend that made a block can read it. */
export interface Block<T extends Cell = Cell> {
  readonly cell: T;
  readonly length: number; // cells
}

/** How an op sees a buffer: a block of f32 may be seen four cells at a time by its kernel; plain loops see cells. */
export type View = Cell | 'vec4f';

/** What a buffer seen so must hold. */
export type CellOf<V extends View> = V extends 'u32' ? 'u32' : 'f32';

/** Names of an op's buffers and how it sees them. */
export type BufferTypes = Record<string, View>;

/** The blocks that an op is run on. */
export type BlocksOf<B extends BufferTypes> = { [K in keyof B]: Block<CellOf<B[K]>> };

/** The arrays that an op's plain loops see. */
export type ArraysOf<B extends BufferTypes> = { [K in keyof B]: Cells<CellOf<B[K]>> };

/** A computation on both tiers. Several buffers may be written; none may stand twice in one call. */
export interface Op<B extends BufferTypes, C extends string> {
  name: string;
  buffers: B; // in the order of the bindings; at most 8
  writes: readonly (keyof B & string)[];
  plain(arrays: ArraysOf<B>, constants: Record<C, number>): void;
  group?: number; // threads that share workgroup memory and barriers; without it threads know nothing of each other
  wgsl: string; // defines fn run(i: u32), called for i = 0 to at least threads - 1, so it checks its own end; with `group` fn run(group: u32, thread: u32), where group is uniform
}

/** How many threads a dispatch has, or groups for an op with `group`; a function is asked again at every replay. */
export type Threads = number | (() => number);

/** Ops recorded once to be run again and again; what the blocks hold may change, their lengths not. */
export interface Capture {
  readonly dispatches: number;
  replay(): void; // recorded behind whatever came before; submit() hands it over
}

/** Where tensors live and ops run: one for each tier, with the same behaviour. */
export interface Backend {
  readonly tier: 'webgpu' | 'wasm';
  readonly isSoftware: boolean; // the processor plays the GPU: barriers are dear, memory is near
  readonly mostCells: number; // in a block
  create<T extends Cell>(cell: T, length: number): Block<T>; // zeros
  free(block: Block): void;
  clear(block: Block): void; // to zeros
  write<T extends Cell>(block: Block<T>, values: Cells<T>, length?: number): void; // the first cells
  read<T extends Cell>(block: Block<T>): Promise<Cells<T>>; // a copy; waits for the device
  run<B extends BufferTypes, C extends string>(
    op: Op<B, C>,
    blocks: BlocksOf<B>,
    constants: Record<C, number>, // u32; they become part of the shader
    threads: Threads,
  ): void;
  capture(record: () => void): Capture; // what `record` runs is not run but kept; it may create and write blocks
  submit(): void; // hands what was recorded to the device
  done(): Promise<void>; // resolves when the device has done everything handed over
  check(step: number): void; // throws the fault that ended the device, if one did
  dispose(): void;
}
