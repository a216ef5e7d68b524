// Fetches the samples that ship with the page. They lie in samples/ beside the page, wherever the page lies.
import { fail } from '../core/errors';
import type { SampleName } from '../core/types';

const FILES = ['train.csv', 'test.csv', 'classes.txt'];

/** The files of a sample, as if they had been dropped on the page. */
export function fetchSample(sample: SampleName): Promise<File[]> {
  return Promise.all(FILES.map((name) => fetchFile(`${sample}/${name}`, name)));
}

async function fetchFile(path: string, name: string): Promise<File> {
  // A built worker lies in assets/ beside samples/; a served source lies elsewhere, but then the page is at the root.
  const url = new URL(`${import.meta.env.DEV ? '/' : '../'}samples/${path}`, self.location.href);
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return new File([await response.blob()], name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fail('bad-file', 'file.unreadable', { file: path, reason }, error);
  }
}
