// The cases of fixtures/optimizers.json, and what PyTorch has after 20 steps of each.
import fixture from './fixtures/optimizers.json';
import type { OptimizerCase } from './optimizing';

const { sizes, start, slopes: steps, cases } = fixture;

/** Each case with its name and PyTorch's weights. */
export const PYTORCH_CASES = cases.map(({ end, optimizer, ...rest }) => {
  const settings = {
    ...rest,
    optimizer: optimizer as 'adam' | 'adamw' | 'sgd',
    rates: { table: sizes.tableShare, body: 1, head: 1 },
  };
  const { rate, rows, width } = sizes;
  const given: OptimizerCase = { settings, start, steps, rate, rows, width };
  const { momentum, weightDecay, clipNorm, rareRows } = rest;
  const about = [
    ...(momentum > 0 ? [`momentum ${momentum}`] : []),
    ...(weightDecay > 0 ? [`decay ${weightDecay}`] : []),
    ...(clipNorm > 0 ? [`clipped to ${clipNorm}`] : []),
    rareRows ? 'rare rows' : 'all rows',
  ];
  return { name: `${optimizer}, ${about.join(', ')}`, given, end };
});
