// Dropout's masks of LSTM layers: their share, their mean, and that no two are alike.
import { describe, expect, it } from 'vitest';
import { MASK_STRETCH } from '../../src/nn/ops/lstm-mask/op';
import { lstmMaskPlain } from '../../src/nn/ops/lstm-mask/plain';
import { PLAN } from '../../src/nn/plan-head';
import { dropThreshold } from '../../src/nn/random';
import { planOf } from './lstm-run';

const COUNT = 10_000;

function maskOf({ layer = 1, step = 1, place = 0, share = 0.2 } = {}): Float32Array {
  const plan = planOf({ batch: 1, length: 1, width: 1 });
  plan[PLAN.step] = step;
  const mask = new Float32Array(COUNT);
  const constants = { count: COUNT, layer, counter: place * MASK_STRETCH };
  lstmMaskPlain({ plan, mask }, { ...constants, threshold: dropThreshold(share) });
  return mask;
}

describe('a mask', () => {
  it.each([0.2, 0.5, 0.9])('drops a share of %f and keeps the mean', (share) => {
    const mask = maskOf({ share });
    const dropped = mask.filter((x) => x === 0).length / COUNT;
    expect(dropped).toBeGreaterThan(share - 0.02);
    expect(dropped).toBeLessThan(share + 0.02);
    expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / (1 - share))]));
  });

  it('differs by layer, step and place, and comes again with them', () => {
    const mask = maskOf();
    expect(maskOf()).toEqual(mask);
    for (const other of [maskOf({ layer: 2 }), maskOf({ step: 2 }), maskOf({ place: 1 })]) {
      const alike = other.filter((x, i) => x === mask[i]).length / COUNT;
      expect(alike).toBeLessThan(0.72); // by chance 0.68
    }
  });
});
