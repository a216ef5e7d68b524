import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/state/settings.svelte';
import { modelSize } from '../../../src/ui/parts/model-size';
import { A_DATASET, aRun } from '../a-run';

describe('the size of the next model', () => {
  it('is at most what the settings allow, before the words are counted', () => {
    const { text, model } = DEFAULT_SETTINGS;
    const found = modelSize(DEFAULT_SETTINGS, A_DATASET, []);
    expect(found.isExact).toBe(false);
    expect(found.tableBytes).toBe(4 * model.width * (2 + text.maxWords + text.maxNgrams));
  });

  it('is exact where a run had the same words', () => {
    const found = modelSize(DEFAULT_SETTINGS, A_DATASET, [aRun()]);
    expect(found).toEqual({
      isExact: true,
      tableBytes: 802 * 16 * 4,
      parameters: 802 * 16 + 17 * 4,
    });
    const other = structuredClone(DEFAULT_SETTINGS);
    other.text.minCount = 9;
    expect(modelSize(other, A_DATASET, [aRun()]).isExact).toBe(false);
  });
});
