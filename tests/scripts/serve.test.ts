// The static server behind npm start, the tests and the driver.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-serve-'));
const root = join(folder, 'dist');
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<p>the page</p>');
  writeFileSync(join(root, 'assets/kernels.wasm'), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  server = await serve({ root, base: '/some/folder/' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the static server', () => {
  it('serves the page at a sub-path, and nothing above it', async () => {
    const page = await fetch(server.url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<p>the page</p>');
    expect((await fetch(new URL('/', server.url))).status).toBe(404);
  });

  it('names WebAssembly as what it is, so that browsers compile it while it streams', async () => {
    const answer = await fetch(new URL('assets/kernels.wasm', server.url));
    expect(answer.headers.get('content-type')).toBe('application/wasm');
    expect((await answer.arrayBuffer()).byteLength).toBe(4);
  });

  it('never leaves its folder', async () => {
    const answer = await fetch(`${server.url}%2e%2e%2fsecret.txt`);
    expect(answer.status).toBe(404);
  });

  it('answers a malformed path, and goes on', async () => {
    expect((await fetch(`${server.url}%E0%A4%A`)).status).toBe(400);
    expect((await fetch(server.url)).status).toBe(200);
  });
});
