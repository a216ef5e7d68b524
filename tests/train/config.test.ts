import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAIN, suggestTrain } from '../../src/train/config';

describe('suggested training', () => {
  it('is the default from the size of AG News on', () => {
    const { epochs, batchSize } = DEFAULT_TRAIN;
    expect(suggestTrain(68_231)).toEqual({ epochs, batchSize });
    expect(suggestTrain(1_000_000)).toEqual({ epochs, batchSize });
    expect(suggestTrain(0)).toEqual({ epochs, batchSize });
  });

  it('takes at least 1,000 steps of small batches on small data, unless that needed too many epochs', () => {
    for (const rows of [40, 300, 700, 1500, 5000, 20_000]) {
      const { epochs, batchSize } = suggestTrain(rows);
      const steps = epochs * Math.ceil(rows / batchSize);
      expect(epochs).toBeLessThanOrEqual(30);
      if (epochs < 30) expect(steps).toBeGreaterThanOrEqual(1000);
      expect(batchSize).toBeLessThanOrEqual(Math.max(8, rows / 32));
    }
  });
});
