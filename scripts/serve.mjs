// A small static server for the built page: what any plain host does, and nothing more.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DIST } from './prepare.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The file behind a path of the URL, or null. */
async function findFile(root, base, pathname) {
  if (!pathname.startsWith(base)) return null;
  const wanted = join(root, normalize(`/${pathname.slice(base.length)}`));
  const found = await stat(wanted).catch(() => null);
  if (found?.isDirectory()) return findFile(wanted, '/', '/index.html');
  return found?.isFile() ? { path: wanted, sizeBytes: found.size } : null;
}

async function answer({ root, base }, request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = await findFile(root, base, decodeURIComponent(pathname));
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such file.');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': file.sizeBytes,
    'Cache-Control': 'no-cache', // the page's service worker keeps what it needs
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Serves a folder over HTTP until `close()`.
 * @param {object} [options]
 * @param {string} [options.root] folder to serve
 * @param {number} [options.port] 0 = any free one
 * @param {string} [options.host] address to listen on
 * @param {string} [options.base] path of the page, beginning and ending with a slash
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ root = DIST, port = 0, host = '127.0.0.1', base = '/' } = {}) {
  const server = createServer((request, response) => {
    answer({ root, base }, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    });
  });
  const taken = await listen(server, port, host);
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${taken}${base}`, port: taken, close };
}
