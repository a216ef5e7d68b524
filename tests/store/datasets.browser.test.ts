// Datasets, their rows and what is derived from them, in a real IndexedDB.
import { beforeEach, describe, expect, it } from 'vitest';
import { kindOf, faultOf } from '../../src/core/errors';
import { CHUNK_ROWS } from '../../src/core/types';
import {
  artifactBytes,
  beginArtifact,
  completeArtifact,
  getPiece,
  hasArtifact,
  putPieces,
  retireArtifacts,
  type NewArtifact,
} from '../../src/store/artifacts';
import { discardPart, putChunks, readChunk, readLabels, readRange } from '../../src/store/chunk';
import {
  changeDataset,
  countTestLook,
  getDataset,
  listDatasets,
  putDataset,
  removeDataset,
  renameDataset,
} from '../../src/store/datasets';
import { closeStore, openStore, type Store } from '../../src/store/db';
import { holding } from '../../src/store/hold';
import { newId, partIdOf } from '../../src/store/ids';
import { putRun, removeRun } from '../../src/store/runs';
import { sweep } from '../../src/store/sweep';
import { artifactOf, chunkOf, datasetOf, freshStore, partOf, runOf } from './samples';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

async function countAll(): Promise<Record<string, number>> {
  const names = ['datasets', 'chunks', 'labels', 'artifacts', 'artifactIndex'] as const;
  const counts = await Promise.all(names.map(async (name) => [name, await store.count(name)]));
  return Object.fromEntries(counts) as Record<string, number>;
}

describe('datasets', () => {
  it('are there after the database was closed and opened again', async () => {
    await putChunks(store, 'p', 0, [chunkOf(0, [['A', 'b']])]);
    await putDataset(store, datasetOf('d', partOf('p', 'train', 1)), { p: new Uint16Array([1]) });
    await closeStore();
    store = await openStore();
    expect((await listDatasets(store)).map(({ id }) => id)).toEqual(['d']);
    expect(await readLabels(store, 'p')).toEqual(new Uint16Array([1]));
    expect((await readChunk(store, 'p', 0)).lines).toEqual(new Uint32Array([1]));
  });

  it('are listed newest first, renamed and counted', async () => {
    await putDataset(store, datasetOf('a', null));
    await putDataset(store, datasetOf('longer', null));
    await renameDataset(store, 'a', 'Evening edition');
    await Promise.all([countTestLook(store, 'a'), countTestLook(store, 'a')]);
    const list = await listDatasets(store);
    expect(list.map(({ id }) => id)).toEqual(['longer', 'a']);
    expect(list[1]).toMatchObject({ name: 'Evening edition', testLooks: 2 });
  });

  it('that are not there are named in the fault', async () => {
    const error: unknown = await getDataset(store, 'gone').catch((e: unknown) => e);
    expect([kindOf(error), faultOf(error).key]).toEqual(['gone', 'dataset.gone']);
    await expect(changeDataset(store, 'gone', (d) => d)).rejects.toThrow('dataset.gone');
  });

  it('go with all that belongs to them, and nothing else', async () => {
    for (const id of ['x', 'y']) {
      await putChunks(store, `${id}-train`, 0, [
        chunkOf(0, [['A', 'b']]),
        chunkOf(1, [['C', 'd']]),
      ]);
      const train = partOf(`${id}-train`, 'train', 2, 2);
      await putDataset(store, datasetOf(id, train), { [train.id]: new Uint16Array(2) });
      await beginArtifact(store, artifactOf(`${id}-clean`, id));
      await putPieces(store, `${id}-clean`, [
        ['0', 'zero'],
        ['1', 'one'],
      ]);
    }
    await removeDataset(store, 'x');
    const left = { datasets: 1, chunks: 2, labels: 1, artifacts: 2, artifactIndex: 1 };
    expect(await countAll()).toEqual(left);
    expect((await listDatasets(store))[0].id).toBe('y');
  });
});

describe('rows', () => {
  const make = (start: number, count: number) =>
    chunkOf(
      start,
      Array.from({ length: count }, (_, i) => [`t${start + i}`, `文 ${start + i}`]),
    );

  it('are read by range over the border of two chunks', async () => {
    await putChunks(store, 'p', 0, [make(0, CHUNK_ROWS), make(CHUNK_ROWS, 10)]);
    const part = partOf('p', 'train', CHUNK_ROWS + 10, 2);
    const rows = await readRange(store, part, CHUNK_ROWS - 2, CHUNK_ROWS + 2);
    expect(rows.map(({ row }) => row - CHUNK_ROWS)).toEqual([-2, -1, 0, 1]);
    expect(rows[2]).toEqual({
      row: CHUNK_ROWS,
      line: CHUNK_ROWS + 1,
      id: null,
      fields: [`t${CHUNK_ROWS}`, `文 ${CHUNK_ROWS}`],
    });
    expect(await readRange(store, part, CHUNK_ROWS + 8, CHUNK_ROWS + 500)).toHaveLength(2);
    expect(await readRange(store, part, 99_999, 100_000)).toEqual([]);
  });

  it('of one chunk are read without the others being there', async () => {
    await putChunks(store, 'p', 1, [make(CHUNK_ROWS, 3)]);
    const part = partOf('p', 'train', CHUNK_ROWS + 3, 2);
    expect(await readRange(store, part, CHUNK_ROWS, CHUNK_ROWS + 3)).toHaveLength(3);
  });

  it('of a part that failed half-way are discarded, those of its neighbours stay', async () => {
    for (const id of ['p', 'pp', 'o']) await putChunks(store, id, 0, [make(0, 1)]);
    await discardPart(store, 'p');
    expect(await store.getAllKeys('chunks')).toEqual([
      ['o', 0],
      ['pp', 0],
    ]);
  });
});

describe('artifacts', () => {
  it('are found only when complete, and counted for their dataset', async () => {
    await beginArtifact(store, artifactOf('k', 'd'));
    await putPieces(store, 'k', [['ids', new Uint32Array(100)]]);
    expect(await hasArtifact(store, 'k')).toBe(false);
    await completeArtifact(store, 'k');
    expect(await hasArtifact(store, 'k')).toBe(true);
    expect(await getPiece<Uint32Array>(store, 'k', 'ids')).toHaveLength(100);
    expect(await artifactBytes(store)).toEqual({ d: 400 });
    await expect(getPiece(store, 'k', 'other')).rejects.toThrow('store.missing');
  });

  it('cannot be written any more once their dataset was removed', async () => {
    await putDataset(store, datasetOf('d', null));
    await beginArtifact(store, artifactOf('k', 'd'));
    await removeDataset(store, 'd');
    await expect(putPieces(store, 'k', [['a', 1]])).rejects.toThrow('dataset.gone');
    expect(await countAll()).toMatchObject({ artifacts: 0, artifactIndex: 0 });
  });

  it('of superseded settings go, but for the newest, those of kept runs and what these were made of', async () => {
    const make = async (artifact: NewArtifact, createdAt: number) => {
      await beginArtifact(store, artifact);
      await putPieces(store, artifact.key, [['piece', artifact.key]]);
      await completeArtifact(store, artifact.key);
      const entry = await store.get('artifactIndex', artifact.key);
      await store.put('artifactIndex', { ...entry!, createdAt });
    };
    for (let i = 1; i <= 6; i++) await make(artifactOf(`clean-${i}`, 'd'), i);
    const encoded = { kind: 'encoded', from: 'clean-2' } as const; // the newest were made of an old cleaning
    for (let i = 1; i <= 5; i++) await make(artifactOf(`encoded-${i}`, 'd', encoded), i);
    await make(artifactOf('run-clean', 'd'), 0);
    await make(artifactOf('run-encoded', 'd', { kind: 'encoded', from: 'run-clean' }), 0);
    for (let i = 1; i <= 4; i++) await make(artifactOf(`other-${i}`, 'e'), i);
    await beginArtifact(store, artifactOf('unfinished', 'd'));
    await putRun(store, runOf('run', 1));

    await retireArtifacts(store, 'd');
    const kept = [
      'clean-2',
      'clean-4',
      'clean-5',
      'clean-6',
      'encoded-3',
      'encoded-4',
      'encoded-5',
    ];
    const others = ['other-1', 'other-2', 'other-3', 'other-4'];
    const all = [...kept, ...others, 'run-clean', 'run-encoded'];
    expect(await store.getAllKeys('artifactIndex')).toEqual([...all, 'unfinished']);
    expect((await store.getAllKeys('artifacts')).map(([key]) => key)).toEqual(all);

    await removeRun(store, 'run');
    await retireArtifacts(store, 'd');
    expect(await store.getAllKeys('artifactIndex')).toEqual([...kept, ...others, 'unfinished']);
  });
});

describe('sweeping', () => {
  const day = 24 * 60 * 60 * 1000;

  it('removes parts that belong to nothing, but not one that is being written', async () => {
    const [left, used, open] = [newId(), newId(), newId()];
    for (const id of [left, used, open])
      for (const split of ['train', 'test'] as const)
        await putChunks(store, partIdOf(id, split), 0, [
          chunkOf(0, [['A', 'b']]),
          chunkOf(1, [['A', 'b']]),
        ]);
    const train = partOf(partIdOf(used, 'train'), 'train', 2, 2);
    await putDataset(store, datasetOf('d', train));
    await holding(open, () => sweep(store));
    const partsLeft = new Set((await store.getAllKeys('chunks')).map(([id]) => id));
    expect(partsLeft).toEqual(new Set([train.id, `${open}.train`, `${open}.test`]));
    expect(await store.count('chunks')).toBe(6);
  });

  it('removes artifacts that were not finished within a day', async () => {
    await beginArtifact(store, artifactOf('half', 'd'));
    await putPieces(store, 'half', [['0', 0]]);
    await beginArtifact(store, artifactOf('whole', 'd'));
    await completeArtifact(store, 'whole');
    await sweep(store);
    expect(await store.getAllKeys('artifactIndex')).toEqual(['half', 'whole']);
    await sweep(store, Date.now() + 2 * day);
    expect(await countAll()).toMatchObject({ artifacts: 0, artifactIndex: 1 });
  });
});

describe('versions', () => {
  it('of another page make room for a newer one, and say that this page is old', async () => {
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('broadsheet', 99);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('upgrade failed'));
    });
    const error: unknown = await openStore().catch((e: unknown) => e);
    newer.close();
    await freshStore(); // else the next file of tests would find a database too new for it
    expect([kindOf(error), faultOf(error).key]).toEqual(['bug', 'store.newer']);
  });
});
