// PyTorch listings run as they stand, on made-up rows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pytorchListing } from '../../src/listing/pytorch';
import { ABOUT, CASES, preparedCsv, settingsOf } from './cases';
import { findPython, runPython } from './python';

const python = findPython('torch');
const folder = mkdtempSync(join(tmpdir(), 'listing-'));
afterAll(() => rmSync(folder, { recursive: true }));

if (!python) console.warn('PyTorch listings are not run: no python3 here has torch');

describe.skipIf(!python)('a PyTorch listing', () => {
  it.each(CASES)('of %s runs and learns', { timeout: 60_000 }, async (_name, model, changes) => {
    const own = mkdtempSync(join(folder, 'run-'));
    const settings = settingsOf(model, changes);
    writeFileSync(join(own, 'prepared.csv'), preparedCsv(settings.text));
    writeFileSync(join(own, 'listing.py'), pytorchListing(settings, ABOUT));
    const { code, out, errors } = await runPython(python ?? '', ['listing.py'], own);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(/^epoch 1: validation accuracy \d\.\d{4}$/m);
    const accuracy = Number(/^test accuracy (.*)$/m.exec(out)?.[1]);
    expect(accuracy).toBeGreaterThan(0.7);
  });
});
