// Measures the JavaScript that must arrive before the page can be used, and compares it with its budget.
// Run: node scripts/size.mjs (after a build)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DIST } from './prepare.mjs';

/** Most kilobytes (1,000 bytes, gzipped) of JavaScript before the page can be used. */
export const BUDGET_KB = 60;

const ENTRY = 'index.html';
const FIRST_PLACE = 'src/ui/pages/Data.svelte';
const CATALOGUES = ['src/i18n/en/first.ts', 'src/i18n/zh/first.ts'];

/** The files of some chunks and of all that they import statically. */
function filesOf(manifest, keys, found = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build's manifest has no ${key}.`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    filesOf(manifest, chunk.imports ?? [], found);
  }
  return found;
}

function gzippedBytes(file) {
  return gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
}

/** The entry, the first place and the first words of one language, with all that they import, in the heavier language. */
export function measureSize() {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  const loads = CATALOGUES.map((catalogue) => {
    const files = [...filesOf(manifest, [ENTRY, FIRST_PLACE, catalogue])];
    const parts = files.map((file) => ({ file, bytes: gzippedBytes(file) }));
    return { kB: parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000, parts };
  });
  return loads.reduce((heavier, load) => (load.kB > heavier.kB ? load : heavier));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { kB, parts } = measureSize();
  for (const { file, bytes } of parts) console.log(`${String(bytes).padStart(7)}  ${file}`);
  console.log(`${kB.toFixed(1)} kB of JavaScript, gzipped; the budget is ${BUDGET_KB} kB`);
  process.exitCode = kB <= BUDGET_KB ? 0 : 1;
}
