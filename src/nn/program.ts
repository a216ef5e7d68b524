// Runs our own ops on the WebGPU device of TensorFlow.js: the one file that touches its internals.
// TF.js's runWebGPUProgram can write one buffer; our kernels write several, in place. They are recorded on TF.js's own command
// encoder, so that they run in order with its ops, and our buffers are TF.js tensors, so that its memory figures count them.
import { engine, keep, type Tensor } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type {
  Backend,
  Block,
  BlocksOf,
  BufferTypes,
  Capture,
  Cell,
  Cells,
  Op,
  Threads,
} from './op';

const WORKGROUP = 64;
const MOST_GROUPS = 65535; // in one dimension, on every device
const LOST_MS = 1000;

/** What is private in TF.js's backend and needed here (4.22). */
interface Internals {
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  commandQueueOwnedIds: WeakSet<object>; // tensors whose buffers must outlive the next submit
  tensorMap: { get(id: object): { values: unknown; resource: GPUBuffer } };
}

interface GpuBlock<T extends Cell = Cell> extends Block<T> {
  id: number;
  tensor: Tensor;
  buffer: GPUBuffer;
}

function gpuBlock<T extends Cell>(block: Block<T>): GpuBlock<T> {
  if (!('buffer' in block)) throw new Error('this block belongs to another backend');
  return block as GpuBlock<T>;
}

/** WGSL of an op: constants and bindings before it, the entry point behind it. */
function shaderOf(op: Op<BufferTypes, string>, constants: Record<string, number>): string {
  const values = Object.entries(constants).map(([name, value]) => `const ${name} = ${value}u;`);
  const bindings = Object.entries(op.buffers).map(([name, view], i) => {
    const access = op.writes.includes(name) ? 'read_write' : 'read';
    return `@group(0) @binding(${i}) var<storage, ${access}> ${name}: array<${view}>;`;
  });
  const call = op.group
    ? 'run(id.y * groups.x + id.x, thread)'
    : `run((id.y * groups.x + id.x) * ${WORKGROUP}u + thread)`;
  return /* wgsl */ `${[...values, ...bindings].join('\n')}
${op.wgsl}
@compute @workgroup_size(${op.group ?? WORKGROUP})
fn main(@builtin(workgroup_id) id: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) thread: u32) {
  ${call};
}`;
}

/** A dispatch that is ready to go. */
interface Dispatch {
  pipeline: GPUComputePipeline;
  bindGroup: GPUBindGroup;
  threads: Threads;
  group: number; // threads of a workgroup; 1 where `threads` counts groups
}

/** Makes the WebGPU tier's backend from TF.js's; `check` throws if the device was lost, `end` gives the device up. */
export function createProgramBackend(
  tfBackend: WebGPUBackend,
  isSoftware: boolean,
  check: (step: number) => void,
  end: () => void,
): Backend {
  return new ProgramBackend(tfBackend, isSoftware, check, end);
}

class ProgramBackend implements Backend {
  readonly tier = 'webgpu';
  readonly isSoftware: boolean;
  readonly mostCells: number;
  readonly check: (step: number) => void;
  readonly dispose: () => void;
  private readonly tf: WebGPUBackend;
  private readonly internals: Internals;
  private readonly pipelines = new Map<string, GPUComputePipeline>(); // by op and constants
  private readonly bindGroups = new Map<string, { group: GPUBindGroup; ids: number[] }>(); // by pipeline and blocks
  private made = 0;
  private captured: Dispatch[] | null = null; // of the capture under way

  constructor(
    tfBackend: WebGPUBackend,
    isSoftware: boolean,
    check: (step: number) => void,
    end: () => void,
  ) {
    this.tf = tfBackend;
    this.isSoftware = isSoftware;
    this.internals = tfBackend as unknown as Internals;
    const { maxBufferSize, maxStorageBufferBindingSize } = tfBackend.device.limits;
    this.mostCells = Math.floor(Math.min(maxBufferSize, maxStorageBufferBindingSize) / 4);
    this.check = check;
    this.dispose = end;
  }

  create<T extends Cell>(cell: T, length: number): Block<T> {
    const dtype = cell === 'u32' ? 'int32' : 'float32';
    const { dataId, shape } = this.tf.makeTensorInfo([length], dtype);
    this.tf.uploadToGPU(dataId);
    const tensor = keep(engine().makeTensorFromDataId(dataId, shape, dtype, this.tf));
    const buffer = this.internals.tensorMap.get(dataId).resource;
    const block: GpuBlock<T> = { cell, length, id: this.made++, tensor, buffer };
    this.clear(block); // the buffer may come from TF.js's pool
    return block;
  }

  free(block: Block): void {
    const { id, tensor } = gpuBlock(block);
    for (const [key, { ids }] of this.bindGroups) if (ids.includes(id)) this.bindGroups.delete(key);
    tensor.dispose();
  }

  clear(block: Block): void {
    this.tf.ensureCommandEncoderReady();
    this.tf.endComputePassEncoder();
    this.internals.commandEncoder!.clearBuffer(gpuBlock(block).buffer);
    this.noteUse(gpuBlock(block), true);
  }

  write<T extends Cell>(block: Block<T>, values: Cells<T>, length = values.length): void {
    this.submit(); // what was recorded before must still see the old values
    const { buffer } = gpuBlock(block);
    this.tf.queue.writeBuffer(buffer, 0, values.buffer, values.byteOffset, 4 * length);
    this.noteUse(gpuBlock(block), true);
  }

  async read<T extends Cell>(block: Block<T>): Promise<Cells<T>> {
    const bytes = await this.tf
      .getBufferData(gpuBlock(block).buffer)
      .catch(async (error: unknown) => {
        // A lost device fails its reads a moment before it says that it is lost.
        await Promise.race([this.tf.device.lost, new Promise((end) => setTimeout(end, LOST_MS))]);
        this.check(0);
        throw error;
      });
    const values = block.cell === 'u32' ? new Uint32Array(bytes) : new Float32Array(bytes);
    return values as Cells<T>;
  }

  run<B extends BufferTypes, C extends string>(
    op: Op<B, C>,
    blocks: BlocksOf<B>,
    constants: Record<C, number>,
    threads: Threads,
  ): void {
    const general = op as unknown as Op<BufferTypes, string>;
    const inOrder = Object.keys(op.buffers).map((name) => gpuBlock<Cell>(blocks[name]));
    const key = `${op.name} ${JSON.stringify(constants)}`;
    const pipeline = this.pipelineOf(key, general, constants);
    const bindGroup = this.bindGroupOf(key, pipeline, inOrder);
    const dispatch = { pipeline, bindGroup, threads, group: op.group ? 1 : WORKGROUP };
    if (this.captured) {
      this.captured.push(dispatch);
      return;
    }
    this.dispatch(dispatch);
    Object.keys(op.buffers).forEach((name, i) =>
      this.noteUse(inOrder[i], general.writes.includes(name)),
    );
  }

  capture(record: () => void): Capture {
    const kept: Dispatch[] = [];
    this.captured = kept;
    try {
      record();
    } finally {
      this.captured = null;
    }
    // Our blocks live longer than their captures and TF.js never reads them, so a replay has nothing to note.
    const replay = () => {
      for (const dispatch of kept) this.dispatch(dispatch);
    };
    return { dispatches: kept.length, replay };
  }

  private dispatch({ pipeline, bindGroup, threads, group }: Dispatch): void {
    const groups = Math.ceil((typeof threads === 'number' ? threads : threads()) / group);
    if (groups === 0) return;
    const pass = this.openPass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(Math.min(groups, MOST_GROUPS), Math.ceil(groups / MOST_GROUPS));
  }

  private openPass(): GPUComputePassEncoder {
    const { internals } = this;
    if (internals.computePassEncoder) return internals.computePassEncoder;
    this.tf.ensureCommandEncoderReady();
    return (internals.computePassEncoder = internals.commandEncoder!.beginComputePass());
  }

  submit(): void {
    if (!this.internals.commandEncoder) return;
    this.tf.endComputePassEncoder();
    this.tf.submitQueue();
  }

  done(): Promise<void> {
    return this.tf.queue.onSubmittedWorkDone().then(() => undefined);
  }

  /** Keeps the buffer alive until the next submit; a written tensor loses the copy that TF.js may hold of it. */
  private noteUse({ tensor }: GpuBlock, isWritten: boolean): void {
    if (this.internals.commandEncoder) this.internals.commandQueueOwnedIds.add(tensor.dataId);
    if (isWritten) this.internals.tensorMap.get(tensor.dataId).values = null;
  }

  private pipelineOf(
    key: string,
    op: Op<BufferTypes, string>,
    constants: Record<string, number>,
  ): GPUComputePipeline {
    const found = this.pipelines.get(key);
    if (found) return found;
    const { device } = this.tf;
    const module = device.createShaderModule({ label: op.name, code: shaderOf(op, constants) });
    const compute = { module, entryPoint: 'main' };
    const pipeline = device.createComputePipeline({ label: key, layout: 'auto', compute });
    this.pipelines.set(key, pipeline);
    return pipeline;
  }

  private bindGroupOf(key: string, pipeline: GPUComputePipeline, blocks: GpuBlock[]): GPUBindGroup {
    const ids = blocks.map(({ id }) => id);
    const groupKey = `${key} ${ids.join()}`;
    const found = this.bindGroups.get(groupKey);
    if (found) return found.group;
    const entries = blocks.map(({ buffer }, binding) => ({ binding, resource: { buffer } }));
    const layout = pipeline.getBindGroupLayout(0);
    const group = this.tf.device.createBindGroup({ layout, entries });
    this.bindGroups.set(groupKey, { group, ids });
    return group;
  }
}
