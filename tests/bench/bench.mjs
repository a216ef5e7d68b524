// npm run bench [-- NAME …]: runs the measurements of this folder one after another, each a module with
//   export async function run(): Promise<Row[] | { skipped: string }>
// where a Row is { what, value, unit, bar? }: a figure, and what it has to reach in words. Prints a table as it goes
// and writes everything to latest.json.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { ensureBuilt, ensureInstalled } from '../../scripts/prepare.mjs';

const HERE = import.meta.dirname;
const LATEST = join(HERE, 'latest.json');

const names = readdirSync(HERE)
  .filter((file) => file.endsWith('.mjs') && file !== basename(import.meta.filename))
  .map((file) => basename(file, '.mjs'));

function chooseNames(asked) {
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(
      `There is no measurement ${unknown.join(', ')}. There are: ${names.join(', ')}.`,
    );
  return asked.length > 0 ? asked : names;
}

function format(value) {
  return typeof value === 'number' ? value.toPrecision(4) : String(value);
}

function print({ what, value, unit = '', bar = '' }) {
  const figure = `${format(value)} ${unit}`.padStart(22);
  console.log(`  ${what.padEnd(62)}${figure}   ${bar}`.trimEnd());
}

async function measure(name) {
  console.log(`\n${name}`);
  try {
    const { run } = await import(`./${name}.mjs`);
    const result = await run();
    if (Array.isArray(result)) result.forEach(print);
    else console.log(`  skipped: ${result.skipped}`);
    return result;
  } catch (error) {
    console.log(`  failed: ${error.message}`);
    process.exitCode = 1;
    return { failed: error.message };
  }
}

async function main() {
  const chosen = chooseNames(process.argv.slice(2));
  ensureInstalled();
  process.env.CHROME_PATH = ensureChromium();
  ensureBuilt();
  const results = existsSync(LATEST) ? JSON.parse(readFileSync(LATEST, 'utf8')) : {};
  const machine = `${cpus().length} × ${cpus()[0].model}`;
  console.log(machine);
  for (const name of chosen) {
    results[name] = { machine, at: new Date().toISOString(), result: await measure(name) };
    writeFileSync(LATEST, `${JSON.stringify(results, null, 2)}\n`);
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
