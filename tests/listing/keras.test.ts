// Keras listings run as they stand, on made-up rows, with whichever backend KERAS_BACKEND names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kerasListing } from '../../src/listing/keras';
import { ABOUT, CASES, preparedCsv, settingsOf } from './cases';
import { findPython, runPython } from './python';

const python = findPython('keras');
const folder = mkdtempSync(join(tmpdir(), 'listing-'));
afterAll(() => rmSync(folder, { recursive: true }));

if (!python) console.warn('Keras listings are not run: no python3 here has keras');

describe.skipIf(!python)('a Keras listing', () => {
  it.each(CASES)('of %s runs and learns', { timeout: 240_000 }, async (_name, model, changes) => {
    const own = mkdtempSync(join(folder, 'run-'));
    const settings = settingsOf(model, changes);
    writeFileSync(join(own, 'prepared.csv'), preparedCsv(settings.text));
    writeFileSync(join(own, 'listing.py'), kerasListing(settings, ABOUT));
    const { code, out, errors } = await runPython(python ?? '', ['listing.py'], own);
    expect([code, errors]).toEqual([0, expect.any(String)]);
    expect(out).toMatch(/val_accuracy: \d/);
    const accuracy = Number(/^test accuracy (.*)$/m.exec(out)?.[1]);
    expect(accuracy).toBeGreaterThan(0.7);
  });
});
