// npm start: from a fresh clone to the page in the browser. Needs Node and npm only.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { serve } from './serve.mjs';

const HELP = `npm start [-- options]
  --port N    first port to try (4173); the next free one is taken
  --host A    address to listen on (127.0.0.1); 0.0.0.0 serves a classroom over plain HTTP
  --no-open   do not open the browser`;

const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

/** Opens an address in the reader's browser; where that is impossible, the printed address has to do. */
function openInBrowser(url) {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

async function serveFrom(port, host, tries = 20) {
  try {
    return await serve({ port, host });
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || tries === 0) throw error;
    return serveFrom(port + 1, host, tries - 1);
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`--port must be a number from 1 to 65535; it is ${values.port}.`);
  ensureInstalled();
  ensureBuilt();
  const { url } = await serveFrom(port, values.host);
  console.log(`Broadsheet is at ${url} – press Ctrl+C to stop.`);
  if (!values['no-open']) openInBrowser(url);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
