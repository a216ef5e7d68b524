// A file from an address that the reader typed and confirmed: the only request that the page ever makes to another site.
// https://fetch.spec.whatwg.org/#http-cors-protocol
import { fail, faultOf, type Fault } from '../core/errors';
import { meter, type Progress } from '../core/progress';

/** The largest file that is fetched. */
export const MOST_BYTES = 1_000_000_000;

const KNOWN = /\.(csv|tsv|tab|jsonl?|ndjson|txt|ft|label|parquet|html?|zip|tar|tgz|gz)$/i;
const PAGE = /^text\/html|^application\/xhtml/i;

/** One file on its way here. */
export class Remote {
  progress = $state.raw<Progress | null>(null);
  fault = $state.raw<Fault | null>(null);
  #stopping: AbortController | null = null;

  /** Fetches a file; null where it was stopped, or where `fault` says why not. */
  async fetch(url: URL): Promise<File | null> {
    this.stop();
    const stopping = new AbortController();
    this.#stopping = stopping;
    const { signal } = stopping;
    this.fault = null;
    meter('reading', null, 'bytes', (progress) => (this.progress = progress))(0);
    try {
      return await download(url, signal, (progress) => {
        if (!signal.aborted) this.progress = progress;
      });
    } catch (error) {
      if (!signal.aborted) this.fault = faultOf(error);
      return null;
    } finally {
      if (this.#stopping === stopping) this.progress = null;
    }
  }

  /** Stops what is under way; nothing of it is kept. */
  stop(): void {
    this.#stopping?.abort();
    this.#stopping = null;
    this.progress = null;
  }
}

async function download(
  url: URL,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<File> {
  const { host } = url;
  const options = {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  } as const;
  const response = await fetch(url, { ...options, signal }).catch((cause: unknown) => {
    throw refusalOf(url, cause);
  });
  if (!response.ok) throw fail('bad-file', 'address.status', { host, status: response.status });
  const isPage = PAGE.test(response.headers.get('content-type') ?? '');
  if (isPage && !/\.html?$/i.test(url.pathname)) {
    await response.body?.cancel();
    throw fail('bad-file', 'address.page', { host });
  }
  const length = Number(response.headers.get('content-length'));
  const tell = meter('reading', length > 0 ? length : null, 'bytes', report);
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read().catch((cause: unknown) => {
      throw fail('bad-file', 'address.cut', { host, at: size }, cause);
    });
    if (!next || next.done) break;
    blocks.push(next.value);
    size += next.value.length;
    if (Math.max(size, length) > MOST_BYTES) {
      await reader?.cancel();
      throw fail('bad-file', 'address.large', { host, mostBytes: MOST_BYTES });
    }
    tell(size);
  }
  return new File(blocks, nameOf(url));
}

/** A request that never got an answer: browsers do not tell pages whether a server refused or could not be reached. */
function refusalOf({ host, protocol, hostname }: URL, cause: unknown): Error {
  if (!navigator.onLine) return fail('bad-file', 'address.offline', { host }, cause);
  const isOwn = hostname === 'localhost' || hostname === '127.0.0.1';
  const isMixed = location.protocol === 'https:' && protocol === 'http:' && !isOwn;
  return fail('bad-file', isMixed ? 'address.mixed' : 'address.refused', { host }, cause);
}

/** What the file is called: the end of its path, with a kind that is read here. */
function nameOf({ pathname }: URL): string {
  const last = decoded(pathname.split('/').at(-1) ?? '') || 'fetched';
  return KNOWN.test(last) ? last : `${last}.txt`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
