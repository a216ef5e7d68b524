// Small records for the tests of the store.
import { packTexts } from '../../src/core/columns';
import type { Run, SavedModel } from '../../src/core/run';
import type { Dataset, Part, RowChunk, Split } from '../../src/core/types';
import type { NewArtifact } from '../../src/store/artifacts';
import { closeStore, openStore, type Store } from '../../src/store/db';
import { DEFAULT_TEXT } from '../../src/text/config';

/** An empty database of this page's name. */
export async function freshStore(): Promise<Store> {
  await closeStore();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('broadsheet');
    request.onsuccess = () => resolve();

    request.onerror = () => reject(new Error('the database could not be deleted'));
  });
  return openStore();
}

/** A chunk of rows with a title and a text each. */
export function chunkOf(rowStart: number, rows: [string, string][]): RowChunk {
  const lines = Uint32Array.from(rows, (_, i) => rowStart + i + 1);
  const fields = [packTexts(rows.map(([title]) => title)), packTexts(rows.map(([, text]) => text))];
  return { rowStart, fields, lines };
}

/** A part without rows of its own. */
export function partOf(id: string, split: Split, rowCount: number, chunkCount = 1): Part {
  const lengths = { unit: 'words', binWidth: 1, counts: [], mean: 0, longest: 0 } as const;
  return {
    id,
    split,
    rowCount,
    chunkCount,
    sizeBytes: 100,
    sources: [],
    classCounts: [rowCount, 0],
    unlabelled: 0,
    givenValidation: 0,
    lengths: { ...lengths, counts: [] },
    bad: { count: 0, examples: [] },
  };
}

/** A dataset with two classes. */
export function datasetOf(id: string, train: Part | null, test: Part | null = null): Dataset {
  const classes = [
    { key: '1', name: 'World' },
    { key: '2', name: 'Sports' },
  ];
  const fields = ['title', 'description'];
  const createdAt = 1000 + id.length;
  return {
    id,
    name: id,
    createdAt,
    classes,
    fields,
    language: 'spaced',
    train,
    test,
    sample: null,
    labelChanges: 0,
    testLooks: 0,
  };
}

/** An artifact of a dataset; by itself one of cleaned texts. */
export function artifactOf(
  key: string,
  datasetId: string,
  changes: Partial<NewArtifact> = {},
): NewArtifact {
  return { key, kind: 'clean', datasetId, from: null, ...changes };
}

/** The least that a run's record needs for the store. */
export function runOf(id: string, createdAt: number): Run {
  const prepared = { key: `${id}-encoded`, cleanKey: `${id}-clean` };
  const settings = { target: { kind: 'all', first: '', second: '' } };
  return {
    id,
    createdAt,
    number: 1,
    status: 'finished',
    bestEpoch: null,
    prepared,
    settings,
  } as Run;
}

/** A model with 1,000 weights. */
export function modelOf(runId: string): SavedModel {
  const values = new Float32Array(1000).fill(0.5);
  return {
    runId,
    tokenizer: {
      words: ['oil', '油'],
      wordCounts: new Uint32Array([3, 2]),
      ngrams: new Uint32Array(),
      ngramCounts: new Uint32Array(),
      order: 1,
    },
    clean: {
      rules: {} as SavedModel['clean']['rules'],
      missing: { how: 'drop', word: '' },
      agencies: [],
      own: [],
    },
    text: DEFAULT_TEXT,
    language: 'spaced',
    parameters: { table: { shape: [10, 100], values } },
    testRows: new Uint32Array([0]),
    testGiven: new Uint16Array([1]),
    testPredicted: new Uint16Array([1]),
    testProbability: new Float32Array([0.75]),
  };
}
