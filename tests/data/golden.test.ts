// Files and what reading them must give. A new case is two files: x.csv, say, and x.expected.json, the latter either
// { fields, language, rows, bad } with its charset where that is not UTF-8, and its test rows,
// classes, own names of labels and files left out where it has them, or { fault }. Any label is good. A third file, x.plan.json, may say how x is to be
// read (see ReadPlan) where that is not to be guessed.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import type { ReadPlan } from '../../src/core/reading';
import { readClassNames } from '../../src/data/classes';
import { sortFiles } from '../../src/data/detect';
import { labelNamesIn } from '../../src/data/label-names';
import { pathOf } from '../../src/data/placed-file';
import { unpack } from '../../src/data/unpack';
import { fileOf, readParts, type ReadFile } from './reading';

const FOLDER = join(import.meta.dirname, 'files');
const names = readdirSync(FOLDER).filter((name) => !/^\.|\.(expected|plan)\.json$/.test(name));

const beside = (name: string, kind: string) => join(FOLDER, `${name.split('.')[0]}.${kind}.json`);

function planFor(name: string): ReadPlan {
  const path = beside(name, 'plan');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ReadPlan) : {};
}

function tell({ fields, language, rows, bad, sources }: ReadFile) {
  const { charset } = sources[0];
  const faults = bad.examples.map(({ fault }) => fault);
  return { fields, language, rows, bad: faults, ...(charset ? { charset } : {}) };
}

async function outcomeOf(name: string): Promise<unknown> {
  const file = fileOf(new Uint8Array(readFileSync(join(FOLDER, name))), name);
  try {
    const plan = planFor(name);
    const { classes, areTexts, byFolder, others, ...files } = sortFiles(
      await unpack([file]),
      plan.leaveOut,
    );
    const { train, test } = await readParts(files, { areTexts, byFolder, plan });
    const leftOut = [...others.map(pathOf), ...((train ?? test)?.leftOut ?? [])];
    const own = areTexts ? null : await labelNamesIn(files.train, plan);
    return {
      ...(train && tell(train)),
      ...(test && { test: test.rows }),
      ...(classes && { classes: (await readClassNames(classes)).names }),
      ...(own && { labelNames: own.names }),
      ...(leftOut.length > 0 && { leftOut }),
    };
  } catch (error) {
    expect(kindOf(error)).toBe('bad-file');
    return { fault: faultOf(error) };
  }
}

describe('reading a file', () => {
  it.each(names)('%s gives what was expected', async (name) => {
    const expected = readFileSync(beside(name, 'expected'), 'utf8');
    expect(await outcomeOf(name)).toEqual(JSON.parse(expected));
  });
});
