// What a network's training step asks of a device at least.
import type { OptimizerSettings } from '../nn/optimizer';
import { sumOf, updateWork, type StepCounts, type Work } from './floor';
import type { Network } from './network';

/** What a batch reads at most, as long as none is known. */
export function mostCounts({ reads, data, tables }: Network, length: number): StepCounts {
  const entries = reads === 'words' ? length * data.batchRows : data.batchFeatures;
  const rows = Math.max(...tables.map(({ table }) => table.rows));
  return { length, entries, touched: Math.min(entries, rows) };
}

/** Bytes and FLOP of a step: forward, backward and the optimizer's. */
export function workOf(network: Network, settings: OptimizerSettings, counts: StepCounts): Work {
  const { net, tables } = network;
  const { rates, rareRows } = settings;
  const dense = net.parameters.list.filter(({ part }) => rates[part] !== 0);
  const numbers = dense.reduce((sum, { size }) => sum + size, 0);
  const moving = tables.filter(({ table }) => rates[table.part] !== 0);
  return sumOf([
    network.work(counts),
    updateWork(settings, { moved: numbers, slopes: numbers }),
    ...moving.map(({ table, numbers: width }) => {
      const moved = (rareRows ? counts.touched : table.rows) * width;
      return updateWork(settings, { moved, slopes: counts.touched * width });
    }),
  ]);
}
