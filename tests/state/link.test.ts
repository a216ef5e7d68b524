import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPLIT_OPTIONS } from '../../src/clean/config';
import type { Option } from '../../src/core/options';
import type { ModelName, RunSettings, TargetSettings } from '../../src/core/settings';
import { RULES } from '../../src/core/types';
import { DEFAULT_MODELS, MODEL_OPTIONS, PRESETS } from '../../src/models/config';
import { settingsFromHash, settingsToHash } from '../../src/state/link';
import { DEFAULT_SETTINGS, presetSettings } from '../../src/state/settings.svelte';
import { TEXT_OPTIONS } from '../../src/text/config';
import { AUGMENT_OPTIONS, TRAIN_OPTIONS } from '../../src/train/config';

const MODELS = Object.keys(DEFAULT_MODELS) as ModelName[];
const name = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((s) => s.trim() !== '');

function valueOf(option: Option): fc.Arbitrary<unknown> {
  if (option.kind === 'switch') return fc.boolean();
  if (option.kind === 'choice') return fc.constantFrom(...option.choices);
  const { least, most, of = 1 } = option;
  if (option.kind === 'number') return fc.double({ min: least, max: most, noNaN: true });
  return fc
    .integer({ min: Math.ceil(least / of), max: Math.floor(most / of) })
    .map((times) => times * of);
}

function stageOf(options: readonly Option[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(options.map((option) => [option.key, valueOf(option)])));
}

const target: fc.Arbitrary<TargetSettings> = fc.oneof(
  fc.constant<TargetSettings>({ kind: 'all', first: '', second: '' }),
  name.map((first): TargetSettings => ({ kind: 'one', first, second: '' })),
  fc
    .uniqueArray(name, { minLength: 2, maxLength: 2 })
    .map(([first, second]): TargetSettings => ({ kind: 'two', first, second })),
);

const settings = fc.constantFrom(...MODELS).chain((model) =>
  fc.record({
    clean: fc.record({
      rules: fc.record(Object.fromEntries(RULES.map((rule) => [rule, fc.boolean()]))),
      missing: fc.record({ how: fc.constantFrom('drop', 'fill', 'repeat'), word: name }),
      agencies: fc.array(name, { maxLength: 5 }),
      own: fc.array(
        fc.record({
          find: name,
          replace: fc.string({ maxLength: 20, unit: 'grapheme' }),
          isPattern: fc.constant(false),
          matchCase: fc.boolean(),
          wholeWords: fc.boolean(),
          isOn: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
    }),
    text: stageOf(TEXT_OPTIONS),
    split: stageOf(SPLIT_OPTIONS),
    target,
    model: stageOf(MODEL_OPTIONS[model]).map((own) => ({ model, ...own })),
    train: stageOf(TRAIN_OPTIONS),
    augment: stageOf(AUGMENT_OPTIONS),
    start: fc.constant(null),
    tier: fc.constant('auto'),
  }),
) as unknown as fc.Arbitrary<RunSettings>;

function refusalsOf(hash: string) {
  return settingsFromHash(hash)?.refused?.map(({ key, why }) => `${key} ${why}`);
}

describe('settings in an address', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(settings, (given) => {
        expect(settingsFromHash(settingsToHash(given))).toEqual({ settings: given, refused: null });
      }),
    );
  });

  it('are written where they differ from the first settings of the model', () => {
    expect(settingsToHash(DEFAULT_SETTINGS)).toBe('#train?v=1&model=bag');
    const preset = PRESETS.find(({ model }) => model.model === 'lstm')!;
    const lstm = structuredClone(presetSettings(preset, 0));
    lstm.train.epochs += 3;
    lstm.clean.rules.agencies = true;
    Object.assign(lstm.model, { units: 64, bidirectional: true });
    expect(settingsToHash(lstm)).toBe(
      `#train?v=1&model=lstm&model.units=64&model.bidirectional=on&train.epochs=${lstm.train.epochs}&clean.agencies=on`,
    );
  });

  it('leave out what belongs to one browser', () => {
    const start = { runId: 'x', tableRate: 1, bodyRate: 1 };
    const own: RunSettings = { ...DEFAULT_SETTINGS, tier: 'wasm', start };
    expect(settingsToHash(own)).toBe(settingsToHash(DEFAULT_SETTINGS));
  });

  it('may be typed by hand, without a version', () => {
    const read = settingsFromHash('#train?model=bag&train.seed=7');
    expect(read).toMatchObject({ settings: { train: { seed: 7 } } });
  });

  it('are in no other address', () => {
    for (const hash of ['', '#train', '#data', '#data?model=bag', '#training?model=bag'])
      expect(settingsFromHash(hash)).toBeNull();
  });
});

describe('a link that cannot be followed', () => {
  it.each([
    ['#train?', ['model value']],
    ['#train?model=gpt', ['model value']],
    ['#train?model=toString', ['model value']],
    ['#train?v=2&model=bag', ['v version']],
    ['#train?model=bag&model.units=64', ['model.units unknown']],
    ['#train?model=bag&__proto__.x=1', ['__proto__.x unknown']],
    ['#train?model=bag&train=4', ['train unknown']],
    ['#train?model=bag&train.epochs=0', ['train.epochs value']],
    ['#train?model=bag&train.epochs=', ['train.epochs value']],
    ['#train?model=bag&train.epochs=0x3', ['train.epochs value']],
    ['#train?model=bag&train.epochs=2.5', ['train.epochs value']],
    ['#train?model=bag&train.learningRate=Infinity', ['train.learningRate value']],
    ['#train?model=lstm&model.units=63', ['model.units value']],
    ['#train?model=bag&train.refit=true', ['train.refit value']],
    ['#train?model=bag&text.unit=bytes', ['text.unit value']],
    ['#train?model=bag&clean.links=1', ['clean.links value']],
    ['#train?model=bag&clean.names=%ff', ['clean.names value']],
    ['#train?model=bag&clean.names=a,,b', ['clean.names value']],
    ['#train?model=bag&target=some', ['target value']],
    ['#train?model=bag&target.first=3', ['target value']],
    ['#train?model=bag&target=two&target.first=3&target.second=3', ['target value']],
    ['#train?model=bag&train.seed=1&train.seed=2', ['train.seed twice']],
    [
      '#train?model=bag&train.seed=-1&text.order=9&x=y',
      ['train.seed value', 'text.order value', 'x unknown'],
    ],
    [`#train?model=bag&clean.names=${'a,'.repeat(5000)}b`, [' long']],
  ])('says which part it was: %.60s', (hash, parts) => {
    expect(refusalsOf(hash)).toEqual(parts);
  });

  it('never throws, and never gives settings outside their limits', () => {
    const piece = fc.oneof(
      fc.constantFrom('model', 'train.epochs', 'text.order', 'target', 'clean.names', 'v', 'x'),
      fc.string(),
    );
    const pair = fc.tuple(piece, fc.oneof(fc.constantFrom('bag', 'on', '3', '1e9'), fc.string()));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
        const read = settingsFromHash(`#train?${pairs.map((pair) => pair.join('=')).join('&')}`);
        if (read?.refused === null) {
          expect(read.settings.train.epochs).toBeLessThanOrEqual(1000);
          expect([1, 2, 3]).toContain(read.settings.text.order);
        } else expect(read?.refused.length).toBeGreaterThan(0);
      }),
    );
  });
});
