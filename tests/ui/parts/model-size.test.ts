import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../src/models/config';
import { presetSettings } from '../../../src/state/settings.svelte';
import { mostTable } from '../../../src/ui/parts/model-size';

describe('the table of the next model', () => {
  it.each([
    ['standard', 2 + 200_000 + 400_000, 16],
    ['linear', 2 + 200_000 + 2_000_000, 4],
    ['mlp', 2 + 200_000 + 400_000, 64],
    ['lstm', 2 + 30_000, 128],
  ])('of %s has at most %i rows of %i numbers', (name, rows, width) => {
    const preset = PRESETS.find((known) => known.name === name)!;
    const found = mostTable(presetSettings(preset, 0), 4);
    expect(found).toEqual({ rows, width, bytes: 4 * rows * width });
  });
});
