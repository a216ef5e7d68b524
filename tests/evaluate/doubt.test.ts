import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_LABEL } from '../../src/core/types';
import { doubtedRows, rankByDoubt, sureness } from '../../src/evaluate/doubt';
import type { Model } from '../../src/models/model';
import type { Examples } from '../../src/nn/examples';
import { expectClose } from '../support';

interface Case {
  shares: number[][];
  labels: number[]; // 5 = none
  unlabelled: number[];
  labelled: number[];
  guesses: number[];
}

const path = new URL('./doubt.json', import.meta.url);
const found = JSON.parse(readFileSync(path, 'utf8')) as Case;
const labels = Uint16Array.from(found.labels, (label) => (label === 5 ? NO_LABEL : label));
const none = { offsets: new Uint32Array(labels.length + 1), ids: new Uint32Array() };
const examples: Examples = { labels, features: none, words: none };

/** A model that knows its answers by heart. */
const model = {
  reads: 'features',
  predict: (_examples: Examples, rows: Uint32Array) =>
    Promise.resolve(Float32Array.from(Array.from(rows, (row) => found.shares[row]).flat())),
} as unknown as Model;

describe('the order of doubt', () => {
  it.each(['unlabelled', 'labelled'] as const)('is numpy’s for %s rows', async (doubted) => {
    const rows = doubtedRows(labels, new Uint8Array(labels.length), doubted);
    const heard: number[] = [];
    const ranking = await rankByDoubt(model, examples, rows, (done) => {
      heard.push(done);
      return Promise.resolve();
    });
    expect([...ranking.rows]).toEqual(found[doubted]);
    expect([...ranking.guesses]).toEqual(found[doubted].map((row) => found.guesses[row]));
    expectClose(
      [...ranking.shares],
      found[doubted].map((row) => Math.max(...found.shares[row])),
    );
    expect(heard.at(-1)).toBe(rows.length);
  });

  it('leaves out what cleaning dropped, and rows that came after the run', () => {
    const known = Uint16Array.from([NO_LABEL, 0, NO_LABEL, NO_LABEL, 1]);
    const dropped = Uint8Array.from([0, 0, 1, 0]);
    expect([...doubtedRows(known, dropped, 'unlabelled')]).toEqual([0, 3]);
    expect([...doubtedRows(known, dropped, 'labelled')]).toEqual([1]);
  });

  it('is the lead of the best class, wherever it stands, and that of two equals is nothing', () => {
    expect(sureness(Float32Array.of(0.5, 0.25, 0.25), NO_LABEL)).toBe(0.25);
    expect(sureness(Float32Array.of(0.25, 0.25, 0.5), NO_LABEL)).toBe(0.25);
    expect(sureness(Float32Array.of(0.5, 0.5), NO_LABEL)).toBe(0);
    expect(sureness(Float32Array.of(0.5, 0.25, 0.25), 1)).toBe(0.25);
  });
});
