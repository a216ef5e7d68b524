// Finds a Chromium for tests, benchmarks and the headless driver: CHROME_PATH, else the system's, else Debian's package.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const WINDOWS = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

/** Switches that give WebGPU on the built-in software adapter, and no traffic of the browser's own. */
export const SWITCHES = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-domain-blocking-for-3d-apis',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a browser on this machine, or null. */
export function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new Error(`CHROME_PATH names ${asked}, which is not a program that can be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, MAC, WINDOWS].find(isExecutable) ?? null;
}

function installDebianPackage() {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot) return;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      options,
    );
  } catch (error) {
    console.error(`Debian's chromium package could not be installed: ${error.message}`);
  }
}

/** The path of a browser; installs Debian's package where it may, else throws one clear sentence. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  installDebianPackage();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium or Chrome was found: install one, or name its program in the environment variable CHROME_PATH.',
  );
}
