// Brings a fresh clone to where it can run: packages installed, page built. Uses Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder of the built page. */
export const DIST = join(ROOT, 'dist');

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'svelte.config.js',
  'package-lock.json',
];

/** Runs a program in the project's folder; throws with what it printed when it fails. */
function run(command, args, what) {
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  delete env.NODE_ENV; // a test runner's would make a development build, without a service worker
  const shell = process.platform === 'win32' && command === 'npm'; // npm.cmd needs one
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    env,
    shell,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  throw new Error(`${what} failed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}

/** The program and arguments that run one of the installed tools, e.g. `tool('vite', 'build')`. */
export function tool(name, ...args) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
  return [process.execPath, [join(folder, script), ...args]];
}

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Whether node_modules holds the very versions of the lock file; optional packages of other systems may be absent. */
function isInstalled() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const found = packagesOf(join(ROOT, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return found[path] ? found[path].version === version : optional === true;
  });
}

/** Installs the packages of the lock file, unless they are there. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing packages …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], 'Installing packages');
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the page into dist/. */
export function build() {
  console.error('Building the page …');
  run(...tool('vite', 'build', '--logLevel', 'warn'), 'Building the page');
}

/** Builds the page, unless dist/ is newer than everything it is made from. */
export function ensureBuilt() {
  const built = join(DIST, 'index.html');
  const isFresh =
    existsSync(built) &&
    SOURCES.every((name) => newest(join(ROOT, name)) <= statSync(built).mtimeMs);
  if (!isFresh) build();
}
