import { describe, expect, it } from 'vitest';
import { isPossible, isWithin } from '../../src/core/options';
import {
  DEFAULT_MODELS,
  MODEL_OPTIONS,
  PRESETS,
  startRatesOf,
  usesTextOption,
  usesTrainOption,
} from '../../src/models/config';
import { TWINS } from '../../src/models/twins/config';
import { presetSettings } from '../../src/state/settings.svelte';
import { TEXT_OPTIONS } from '../../src/text/config';
import { TRAIN_OPTIONS } from '../../src/train/config';

describe.each([...PRESETS, ...TWINS])('the preset $name', (preset) => {
  it.each([0, 40, 700, 120_000])('lies within the limits of every field, for %i rows', (rows) => {
    const { text, model, train } = presetSettings(preset, rows);
    const values: [readonly { key: string }[], object][] = [
      [TEXT_OPTIONS, text],
      [MODEL_OPTIONS[model.model], model],
      [TRAIN_OPTIONS, train],
    ];
    for (const [options, own] of values)
      for (const option of options)
        expect([
          option.key,
          isPossible(option as never, (own as Record<string, unknown>)[option.key]),
        ]).toEqual([option.key, true]);
  });
});

describe('the fields of a model', () => {
  it('are one for each of its settings', () => {
    for (const [name, model] of Object.entries(DEFAULT_MODELS)) {
      const own = Object.keys(model).filter((key) => key !== 'model');
      const fields = MODEL_OPTIONS[name as keyof typeof MODEL_OPTIONS].map(({ key }) => key);
      expect(fields.toSorted()).toEqual(own.toSorted());
    }
  });
});

describe('settings that mean nothing', () => {
  const of = (name: string) =>
    presetSettings(
      PRESETS.find((preset) => preset.name === name)!,
      0,
    );
  const unused = (name: string, train = {}) => {
    const settings = of(name);
    settings.train = { ...settings.train, ...train };
    return TRAIN_OPTIONS.map(({ key }) => key).filter((key) => !usesTrainOption(settings, key));
  };

  it('are those of the optimizer for the bag, whose step is its own', () => {
    const all = ['optimizer', 'momentum', 'weightDecay', 'clipNorm', 'buckets', 'rareRows'];
    expect(unused('standard')).toEqual(all);
  });

  it('are momentum without SGD, buckets without an order, and a batch where all rows are one', () => {
    expect(unused('mlp')).toEqual(['momentum', 'buckets']);
    expect(unused('lstm')).toEqual(['momentum']);
    expect(unused('lstm', { fullBatch: true })).toEqual(['batchSize', 'momentum', 'buckets']);
    expect(unused('lstm', { optimizer: 'sgd' })).toEqual([]);
    expect(unused('lstm', { optimizer: 'sgd', momentum: 0 })).toEqual(['rareRows']);
  });

  it('are n-grams to a reader in order, and all that makes words to a run that has them', () => {
    const start = { runId: 'a', tableRate: 1, bodyRate: 1 };
    const shown = (settings: ReturnType<typeof of>) =>
      TEXT_OPTIONS.map(({ key }) => key).filter((key) => usesTextOption(settings, key));
    expect(shown(of('cnn'))).not.toContain('order');
    expect(shown(of('cnn'))).not.toContain('maxNgrams');
    expect(shown(of('mlp'))).toEqual(TEXT_OPTIONS.map(({ key }) => key));
    expect(shown({ ...of('mlp'), start })).toEqual(['maxLength', 'cut']);
  });

  it('are rates of parts that a model lacks', () => {
    expect(startRatesOf({ model: 'linear' })).toEqual([]);
    expect(startRatesOf({ model: 'bag' })).toEqual(['tableRate']);
    expect(startRatesOf({ model: 'lstm' })).toEqual(['tableRate', 'bodyRate']);
  });
});

describe('a number field', () => {
  it('takes multiples where it says so', () => {
    const option = { key: 'units', kind: 'integer', least: 4, most: 512, step: 4, of: 4 } as const;
    expect([4, 50, 52, 516, 3.5].map((value) => isWithin(option, value))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(isPossible(option, '52')).toBe(false);
  });
});
