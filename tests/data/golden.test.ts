// Files and what reading them must give. A new case is two files: x.csv, say, and x.expected.json, the latter either
// { fields, language, rows, bad } with its charset where that is not UTF-8, or { fault }. Any label is good.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, kindOf } from '../../src/core/errors';
import { fileOf, readPart } from './reading';

const FOLDER = join(import.meta.dirname, 'files');
const names = readdirSync(FOLDER).filter((name) => !/^\.|\.expected\.json$/.test(name));

async function outcomeOf(name: string): Promise<unknown> {
  const file = fileOf(new Uint8Array(readFileSync(join(FOLDER, name))), name);
  try {
    const { fields, language, rows, bad, sources } = await readPart([file]);
    const charset = sources[0].charset ? { charset: sources[0].charset } : {};
    return { fields, language, rows, bad: bad.examples.map(({ fault }) => fault), ...charset };
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
