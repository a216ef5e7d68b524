// Runs our own ops on the WebGPU device of TensorFlow.js: the one file that touches its internals.
// TF.js's runWebGPUProgram can write one buffer; our kernels write several, in place. They are recorded on TF.js's own command
// encoder, so that they run in order with its ops, and our buffers are TF.js tensors, so that its memory figures count them.
import { engine, keep, type Tensor } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { Backend, Block, BufferTypes, Cell, CellOf, Cells, Op } from './op';

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
  return /* wgsl */ `${[...values, ...bindings].join('\n')}
${op.wgsl}
@compute @workgroup_size(${WORKGROUP})
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  run(id.y * groups.x * ${WORKGROUP}u + id.x);
}`;
}

/** Makes the WebGPU tier's backend from TF.js's; `check` throws if the device was lost, `end` gives the device up. */
export function createProgramBackend(
  tfBackend: WebGPUBackend,
  check: (step: number) => void,
  end: () => void,
): Backend {
  return new ProgramBackend(tfBackend, check, end);
}

class ProgramBackend implements Backend {
  readonly tier = 'webgpu';
  readonly mostCells: number;
  readonly check: (step: number) => void;
  readonly dispose: () => void;
  private readonly tf: WebGPUBackend;
  private readonly internals: Internals;
  private readonly pipelines = new Map<string, GPUComputePipeline>(); // by op and constants
  private readonly bindGroups = new Map<string, { group: GPUBindGroup; ids: number[] }>(); // by pipeline and blocks
  private made = 0;

  constructor(tfBackend: WebGPUBackend, check: (step: number) => void, end: () => void) {
    this.tf = tfBackend;
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
    blocks: { [K in keyof B]: Block<CellOf<B[K]>> },
    constants: Record<C, number>,
    threads: number,
  ): void {
    if (threads === 0) return;
    const general = op as unknown as Op<BufferTypes, string>;
    const inOrder = Object.keys(op.buffers).map((name) => gpuBlock<Cell>(blocks[name]));
    const key = `${op.name} ${JSON.stringify(constants)}`;
    const pipeline = this.pipelineOf(key, general, constants);
    const bindGroup = this.bindGroupOf(key, pipeline, inOrder);
    const groups = Math.ceil(threads / WORKGROUP);
    this.tf.ensureCommandEncoderReady();
    this.internals.computePassEncoder ??= this.internals.commandEncoder!.beginComputePass();
    const pass = this.internals.computePassEncoder;
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(Math.min(groups, MOST_GROUPS), Math.ceil(groups / MOST_GROUPS));
    Object.keys(op.buffers).forEach((name, i) =>
      this.noteUse(inOrder[i], general.writes.includes(name)),
    );
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
