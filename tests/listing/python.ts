// Finds a Python that can run listings, and runs them where it lies.
import { execFile, spawnSync } from 'node:child_process';

/** What a program said and how it ended. */
export interface Outcome {
  code: number;
  out: string;
  errors: string;
}

/** The first Python that has these modules; null = there is none. LISTING_PYTHON names one to be tried first. */
export function findPython(...modules: string[]): string | null {
  const candidates = [process.env.LISTING_PYTHON, 'python3', '/usr/bin/python3'];
  const code = modules.map((name) => `import ${name}`).join('\n');
  const works = (python: string | undefined) =>
    python !== undefined && spawnSync(python, ['-c', code]).status === 0;
  return candidates.find(works) ?? null;
}

/** Runs Python in a folder. */
export function runPython(python: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  return new Promise((resolve) => {
    execFile(python, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, out, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, out, errors });
    });
  });
}
