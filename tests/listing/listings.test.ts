// What must hold of every listing, whatever the settings: it is Python, and has nothing in it that it does not use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Option } from '../../src/core/options';
import type { ModelName, RunSettings } from '../../src/core/settings';
import { kerasListing } from '../../src/listing/keras';
import { pytorchListing } from '../../src/listing/pytorch';
import { MODEL_OPTIONS } from '../../src/models/config';
import { TEXT_OPTIONS } from '../../src/text/config';
import { TRAIN_OPTIONS } from '../../src/train/config';
import { ABOUT, settingsOf } from './cases';
import { findPython, runPython } from './python';

const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'listings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MODELS: readonly ModelName[] = ['bag', 'linear', 'mlp', 'cnn', 'lstm'];
const EACH = 60; // listings of a model: far more than pairs of values need

/** Any value of some options; of numbers the default, the least, and one between. */
function anyOf(options: readonly Option[], defaults: object): fc.Arbitrary<object> {
  const known = defaults as Record<string, unknown>;
  const values = options.map((option): [string, fc.Arbitrary<unknown>] => {
    if (option.kind === 'choice') return [option.key, fc.constantFrom(...option.choices)];
    if (option.kind === 'switch') return [option.key, fc.boolean()];
    const { least, most, kind } = option;
    const between = Math.min(most, least + (kind === 'integer' ? 3 : 0.25));
    return [option.key, fc.constantFrom(known[option.key], least, between)];
  });
  return fc.record(Object.fromEntries(values));
}

function anySettings(name: ModelName): fc.Arbitrary<RunSettings> {
  const { model, text, train } = settingsOf(name);
  return fc
    .record({
      model: anyOf(MODEL_OPTIONS[name], model),
      text: anyOf(TEXT_OPTIONS, text),
      train: anyOf(TRAIN_OPTIONS, train),
      target: fc.constantFrom(
        { kind: 'all', first: '', second: '' } as const,
        { kind: 'one', first: '2', second: '' } as const,
        { kind: 'two', first: '1', second: '2' } as const,
      ),
    })
    .map((changes) => {
      const settings = settingsOf(name, changes as Parameters<typeof settingsOf>[1]);
      const own = settings.model;
      if (own.model === 'cnn') own.longest = Math.max(own.longest, own.shortest);
      return settings;
    });
}

if (!python) console.warn('Listings are not read by Python: there is no python3 here');

describe('a listing', () => {
  it.skipIf(!python).each(MODELS)(
    'of a %s is Python without anything unused, whatever the settings',
    { timeout: 60_000 },
    async (name) => {
      const files = fc
        .sample(anySettings(name), { numRuns: EACH, seed: 1 })
        .flatMap((settings, i) =>
          [pytorchListing, kerasListing].map((listing, k) => {
            const file = join(folder, `${name}-${i}-${k}.py`);
            writeFileSync(file, listing(settings, ABOUT));
            return file;
          }),
        );
      const check = join(import.meta.dirname, 'check.py');
      const { code, out, errors } = await runPython(python ?? '', [check, ...files], folder);
      expect([code, out, errors]).toEqual([0, '', '']);
    },
  );

  it('changes with every setting of the model that is used', () => {
    const base = pytorchListing(settingsOf('lstm'), ABOUT);
    for (const model of [{ units: 8 }, { bidirectional: true }, { maskPadding: false }])
      expect(pytorchListing(settingsOf('lstm', { model }), ABOUT)).not.toBe(base);
  });

  it('says nothing of what is switched off', () => {
    const plain = pytorchListing(settingsOf('lstm'), ABOUT);
    for (const word of ['class_weights', 'clip_grad', 'LSTMCell', 'bidirectional', 'ngram', 'idf'])
      expect(plain).not.toContain(word);
  });

  it('lets no name of a class end the string that it stands in', () => {
    const names = [`'`, '"', `a\nimport os`, `\\`, `\u2028`, '\u0000', `'"'''`, '中文'];
    const classes = names.map((name, i) => ({ key: String(i), name }));
    const listing = pytorchListing(settingsOf('bag'), { ...ABOUT, classes });
    const line = listing.split('\n').find((each) => each.startsWith('CLASSES = '));
    expect(line).toBe(
      String.raw`CLASSES = ["'", "\"", "a\nimport os", "\\", "` +
        '\u2028' +
        String.raw`", "\u0000", "'\"'''", '中文']`,
    );
  });

  it('names classes by their keys where two have one name', () => {
    const classes = ABOUT.classes.map(({ key }) => ({ key, name: 'same' }));
    expect(kerasListing(settingsOf('bag'), { ...ABOUT, classes })).toContain(
      "CLASSES = ['1', '2', '3']",
    );
  });
});
