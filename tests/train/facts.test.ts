// What models are told of their rows, against scikit-learn's numbers.
import { describe, expect, it } from 'vitest';
import { classWeightsOf } from '../../src/train/class-weights';
import { factsOf } from '../../src/train/facts';
import { idfOf } from '../../src/train/idf';
import { strongest } from '../../src/train/strongest';
import { importanceOf } from '../../src/train/importance';
import { createPlainBackend } from '../../src/nn/plain';
import { expectClose } from '../support';
import { randomExamples } from '../nn/random-examples';
import fixture from './fixtures/facts.json';
import { fitTask } from './task';

const { tableRows, classes } = fixture;
const offsets = new Uint32Array(fixture.rows.length + 1);
fixture.rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + row.length));
const features = { offsets, ids: Uint32Array.from(fixture.rows.flat()) };
const labels = Uint16Array.from(fixture.labels);
const rows = Uint32Array.from(fixture.rows.keys());

describe('inverse document frequency', () => {
  it('is scikit-learn’s', () => {
    expectClose(idfOf(features, rows, tableRows), fixture.idf, { rtol: 1e-6 });
  });

  it('looks at the given rows alone', () => {
    const some = rows.slice(0, 10);
    const cut = { offsets: offsets.slice(0, 11), ids: features.ids.slice(0, offsets[10]) };
    expect(idfOf(features, some, tableRows)).toEqual(idfOf(cut, some, tableRows));
  });
});

describe('the strongest features', () => {
  it('have the greatest sums of TF-IDF, and all others weigh nothing', () => {
    const idf = idfOf(features, rows, tableRows);
    const kept = strongest(
      features,
      rows,
      { weights: idf, by: 'tf-idf' },
      fixture.strongest.length,
    );
    const expected = idf.map((weight, f) => (fixture.strongest.includes(f) ? weight : 0));
    expect(kept).toEqual(expected);
  });

  it.each([
    ['counts', fixture.strongestCounts],
    ['binary', fixture.strongestBinary],
  ] as const)('have the greatest sums of %s', (by, expected) => {
    const weights = new Float32Array(tableRows).fill(1);
    const kept = strongest(features, rows, { weights, by }, expected.length);
    expect(Array.from(kept)).toEqual(Array.from(weights, (_, f) => Number(expected.includes(f))));
  });

  it('are all that some row has where more are asked for', () => {
    const idf = idfOf(features, rows, tableRows);
    const seen = new Set(features.ids);
    const kept = strongest(features, rows, { weights: idf, by: 'tf-idf' }, 1000);
    expect(kept).toEqual(idf.map((weight, f) => (seen.has(f) ? weight : 0)));
  });
});

describe('class weights', () => {
  it('are scikit-learn’s where classes are balanced, and one for a class without rows', () => {
    const found = classWeightsOf(labels, rows, { classes, balanced: true });
    const known: Record<string, number> = fixture.classWeights;
    const expected = Array.from(found, (_, c) => known[String(c)] ?? 1);
    expectClose(found, expected, { rtol: 1e-6 });
  });

  it('are ones otherwise', () => {
    expect([...classWeightsOf(labels, rows, { classes, balanced: false })]).toEqual([1, 1, 1, 1]);
  });
});

describe('facts', () => {
  it('have the kind of feature weights that the model asks for', () => {
    const examples = randomExamples({ rows: 40, tableRows: 20, classes: 3, mostFeatures: 9 });
    const task = fitTask(createPlainBackend(), examples, { settings: { balanced: true } });
    const asking = (featureWeights: typeof task.model.featureWeights, inputs = 0) => {
      const model = Object.assign(Object.create(task.model) as typeof task.model, {
        featureWeights,
      });
      return factsOf({ ...task, model, inputs });
    };
    const { tableRows } = task;
    const idf = idfOf(examples.features, task.rows, tableRows);
    expect(asking('ones').featureWeights).toEqual(new Float32Array(tableRows).fill(1));
    expect(asking('idf').featureWeights).toEqual(idf);
    expect(asking('idf', 3).featureWeights).toEqual(
      strongest(examples.features, task.rows, { weights: idf, by: 'tf-idf' }, 3),
    );
    expect(asking('log-count-ratio').featureWeights).toEqual(
      importanceOf(examples, task.rows, tableRows),
    );
    expect(asking('ones').classWeights).not.toEqual(new Float32Array(3).fill(1));
  });
});
