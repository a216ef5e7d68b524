// The losses in plain loops: their slopes against finite differences, their values against definitions, and their edges.
import { describe, expect, it } from 'vitest';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { expectPytorch, PYTORCH_LOSSES } from './pytorch-losses';
import { lossOn, randomLogits, type LossCase } from './losing';

const H = 1e-2;
const KINDS = ['softmax', 'sigmoid', 'hinge'] as const;

async function meanOf(it: LossCase): Promise<number> {
  const { losses } = await lossOn(createPlainBackend(), it);
  return losses[it.lossSlot];
}

describe.each(KINDS)('%s loss', (kind) => {
  it.each([
    [5, 3, 3, 0],
    [7, 5, 5, 0.2],
    [4, 2, 2, 0.1],
    ...(kind === 'softmax' ? [] : [[6, 2, 1, 0.3]]),
  ])(
    'has the slope of its mean, for %i rows, %i classes, %i outputs, smoothing %f',
    async (rows, classes, outputs, labelSmoothing) => {
      const it = { ...randomLogits({ rows, classes, outputs }), kind, labelSmoothing };
      const { slopes } = await lossOn(createPlainBackend(), it);
      for (let i = 0; i < it.logits.length; i++) {
        const [below, above] = await Promise.all(
          [-H, H].map((shift) => {
            const logits = it.logits.slice();
            logits[i] += shift;
            return meanOf({ ...it, logits });
          }),
        );
        expect(slopes[i]).toBeCloseTo((above - below) / (2 * H), 3);
      }
    },
  );

  it('gives probabilities that add up to 1, also for logits that overflow', async () => {
    const it = randomLogits({ rows: 4, classes: 3, outputs: 3 });
    const logits = it.logits.map((x, i) => (i < it.width ? x : x * 1e4));
    const { probabilities, rowLosses, slopes } = await lossOn(createPlainBackend(), {
      ...it,
      kind,
      logits,
    });
    for (let row = 0; row < 4; row++) {
      const found = probabilities.subarray((it.outRow + row) * 3, (it.outRow + row + 1) * 3);
      expect(found.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
    }
    expect([...rowLosses, ...slopes].every(Number.isFinite)).toBe(true);
  });

  it('leaves rows without a label and missing rows without loss and slope', async () => {
    const it = { ...randomLogits({ rows: 5, classes: 3, outputs: 3 }), kind };
    const labels = [1, 9, 2];
    const { rowLosses, slopes, probabilities } = await lossOn(createPlainBackend(), {
      ...it,
      labels,
    });
    expect(rowLosses[1]).toBe(0);
    expect([...rowLosses.subarray(3)]).toEqual([0, 0]);
    expect(slopes.subarray(it.width, 2 * it.width).every((x) => x === 0)).toBe(true);
    expect(slopes.subarray(3 * it.width).every((x) => x === 0)).toBe(true);
    expect(probabilities[(it.outRow + 1) * 3]).toBeGreaterThan(0);
    expect(probabilities.subarray((it.outRow + 3) * 3).every((x) => x === 0)).toBe(true);
  });

  it('lets a row count as much as its class weighs', async () => {
    const it = { ...randomLogits({ rows: 6, classes: 3, outputs: 3 }), kind };
    const even = await lossOn(createPlainBackend(), { ...it, classWeights: [1, 1, 1] });
    const found = await lossOn(createPlainBackend(), { ...it, classWeights: [2, 0, 0.5] });
    const weights = it.labels.map((label) => [2, 0, 0.5][label]);
    expectClose(
      found.rowLosses,
      [...even.rowLosses].map((x, row) => x * weights[row]),
    );
    expectClose(
      found.slopes,
      [...even.slopes].map((x, i) => x * weights[Math.floor(i / it.width)]),
    );
    const sum = found.rowLosses.reduce((a, b) => a + b);
    expect(found.losses[it.lossSlot]).toBeCloseTo(sum / it.labels.length, 5);
  });

  it('writes no slopes and no mean outside training', async () => {
    const it = { ...randomLogits({ rows: 3, classes: 3, outputs: 3 }), kind, isTraining: false };
    const { slopes, losses, probabilities } = await lossOn(createPlainBackend(), it);
    expect([...slopes, ...losses].every((x) => x === 0)).toBe(true);
    expect(probabilities.some((x) => x > 0)).toBe(true);
  });
});

describe('losses', () => {
  it.each(PYTORCH_LOSSES)('agree with PyTorch: $name', async (it) => {
    expectPytorch(await lossOn(createPlainBackend(), it.given), it);
  });

  it('with one output speak for the second of two classes', async () => {
    const it = randomLogits({ rows: 20, classes: 2, outputs: 1 });
    const z = (row: number) => it.logits[row * it.width];
    for (const [kind, factor] of [
      ['sigmoid', 1],
      ['hinge', 2],
    ] as const) {
      const { probabilities } = await lossOn(createPlainBackend(), { ...it, kind });
      const second = Array.from(
        { length: 20 },
        (_, row) => probabilities[2 * (it.outRow + row) + 1],
      );
      expectClose(
        second,
        second.map((_, row) => 1 / (1 + Math.exp(-factor * z(row)))),
      );
    }
  });

  it('refuse one output where it means nothing', async () => {
    const it = randomLogits({ rows: 2, classes: 3, outputs: 1 });
    await expect(lossOn(createPlainBackend(), { ...it, kind: 'sigmoid' })).rejects.toThrow();
    const two = randomLogits({ rows: 2, classes: 2, outputs: 1 });
    await expect(lossOn(createPlainBackend(), { ...two, kind: 'softmax' })).rejects.toThrow();
  });
});
