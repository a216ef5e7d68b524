// npm test: from a fresh clone to one line that says how many checks and tests passed and failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ROOT, build, ensureInstalled, tool } from './prepare.mjs';

/** Checks by the project's tools: a name, the package, its arguments. */
const CHECKS = [
  ['format', 'prettier', '--check', '.', '--log-level', 'warn'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['components', 'svelte-check', '--fail-on-warnings', '--output', 'human'],
  ['types of workers', 'typescript', '-p', 'src/workers'],
  ['types of tests', 'typescript', '-p', 'tests'],
  ['unused code', 'knip', '--no-progress'],
];
const SIZE_CHECK = ['size of the page', [process.execPath, [join(ROOT, 'scripts/size.mjs')]]];

const reports = mkdtempSync(join(tmpdir(), 'broadsheet-'));

/** Runs a program; prints what it said only if it failed, and gives its exit code. */
function runStep(name, [command, args]) {
  const start = performance.now();
  const child = spawn(command, args, { cwd: ROOT });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
      if (code !== 0) console.log(said.trim());
      resolve(code ?? 1);
    });
  });
}

async function runCheck(name, command) {
  const code = await runStep(name, command);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

/** Sums a report of vitest; a file that could not be run counts as one failure. */
function readReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: [] };
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const broken = testResults.filter((file) => {
    const hasFailedTest = file.assertionResults.some(({ status }) => status === 'failed');
    return file.status === 'failed' && !hasFailedTest;
  });
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  };
}

async function runProject(project) {
  const path = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await runStep(
    `tests: ${project}`,
    tool('vitest', 'run', '--project', project, ...reporters),
  );
  const sums = readReport(path);
  for (const { fullName } of sums.skipped) console.log(`skipped  ${fullName}`);
  // An error outside of any test fails the run without failing a test.
  if (code !== 0 && sums.failed === 0) sums.failed = 1;
  return sums;
}

/** What needs not the whole machine: two at a time, in this order. */
async function runBesideEachOther(jobs) {
  const waiting = [...jobs];
  const sums = [];
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) sums.push(await job());
  };
  await Promise.all([lane(), lane()]);
  return sums;
}

async function main() {
  ensureInstalled();
  process.env.CHROME_PATH = ensureChromium();
  if (!process.env.AG_NEWS_DIR)
    console.log('AG_NEWS_DIR is not set: tests on the real AG News files will be skipped.');
  build();
  const sums = await runBesideEachOther([
    () => runProject('app'), // the longest, and mostly waiting for its page
    ...CHECKS.map(
      ([name, ...rest]) =>
        () =>
          runCheck(name, tool(...rest)),
    ),
    () => runCheck(...SIZE_CHECK),
    () => runProject('node'),
  ]);
  sums.push(await runProject('browser'));
  const passed = sums.reduce((sum, part) => sum + part.passed, 0);
  const failed = sums.reduce((sum, part) => sum + part.failed, 0);
  const skipped = sums.reduce((sum, part) => sum + part.skipped.length, 0);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  if (failed > 0) process.exitCode = 1;
}

main()
  .catch((error) => {
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  })
  .finally(() => rmSync(reports, { recursive: true, force: true }));
