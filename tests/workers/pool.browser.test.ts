import { afterEach, describe, expect, it } from 'vitest';
import { Pool } from '../../src/workers/pool';

const PlainWorker = globalThis.Worker;
const threads: Worker[] = [];

/** The browser's own workers, only remembered. */
class RememberedWorker extends PlainWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    threads.push(this);
  }
}

afterEach(() => {
  globalThis.Worker = PlainWorker;
  for (const thread of threads.splice(0)) thread.terminate();
});

describe('the pool of text workers', () => {
  it('gives answers in the order of the items, whoever worked on them', async () => {
    const pool = new Pool(3);
    const items = Array.from({ length: 20 }, (_, i) => i);
    const seen = new Set<number>();
    const answers = await pool.share(items, async (worker, item, index) => {
      await worker.end();
      seen.add(index);
      return 2 * item;
    });
    expect(answers).toEqual(items.map((item) => 2 * item));
    expect(seen.size).toBe(3);
  });

  it('gives each worker its own items', async () => {
    const pool = new Pool(2);
    const done: number[] = [];
    await pool.each([[1, 2, 3], [4]], async (worker, item) => {
      await worker.end();
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4]);
  });

  it('passes on what a worker rejects', async () => {
    const pool = new Pool(1);
    const place = { split: 'train', partId: 'none', index: 0 } as const;
    await expect(pool.all((worker) => worker.copyStream(place, null))).rejects.toThrow(
      'before its job began',
    );
    expect(pool.isDead).toBe(false);
  });

  it('fails what waits for it when a worker dies, and says so', async () => {
    globalThis.Worker = RememberedWorker;
    const pool = new Pool(2);
    const waiting = pool.all(() => new Promise(() => undefined));
    threads[1].dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    await expect(waiting).rejects.toThrow('worker.died {"what":"text"}');
    expect(pool.isDead).toBe(true);
  });
});
