// Files and what reading them must give. A new case is two files: x.csv, say, and x.expected.json, the latter either
// { fields, language, rows, bad } with its charset where that is not UTF-8, and its test rows
// and classes where it has them, or { fault }. Any label is good.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import { readClassNames } from '../../src/data/classes';
import { sortFiles } from '../../src/data/detect';
import { unpack } from '../../src/data/unpack';
import { fileOf, readPart } from './reading';

const FOLDER = join(import.meta.dirname, 'files');
const names = readdirSync(FOLDER).filter((name) => !/^\.|\.expected\.json$/.test(name));

async function outcomeOf(name: string): Promise<unknown> {
  const file = fileOf(new Uint8Array(readFileSync(join(FOLDER, name))), name);
  try {
    const { train, test, classes, areTexts } = sortFiles(await unpack([file]));
    const { fields, language, rows, bad, sources } = await readPart(train, { areTexts });
    const { charset } = sources[0];
    return {
      fields,
      language,
      rows,
      bad: bad.examples.map(({ fault }) => fault),
      ...(charset ? { charset } : {}),
      ...(test.length > 0 ? { test: (await readPart(test, { areTexts })).rows } : {}),
      ...(classes ? { classes: (await readClassNames(classes)).names } : {}),
    };
  } catch (error) {
    expect(kindOf(error)).toBe('bad-file');
    return { fault: faultOf(error) };
  }
}

describe('reading a file', () => {
  it.each(names)('%s gives what was expected', async (name) => {
    const expected = join(FOLDER, `${name.split('.')[0]}.expected.json`);
    expect(await outcomeOf(name)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
