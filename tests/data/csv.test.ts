// The reader of comma-separated values, held to random files of RFC 4180 that are cut at every or at random places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/core/errors';
import { byteColumn, type RowEnd } from '../../src/data/byte-column';
import { CsvReader } from '../../src/data/csv';
import { fileOf, readPart } from './reading';

interface Found extends RowEnd {
  cells: string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** All rows of a file that comes in blocks. */
function readAll(blocks: readonly Uint8Array[], columnCount = 8): Found[] {
  const columns = Array.from({ length: columnCount }, byteColumn);
  const rows: Found[] = [];
  const reader = new CsvReader('a.csv', columns, (row) => {
    const cells = columns
      .slice(0, row.count)
      .map(({ bytes, length }) => decoder.decode(bytes.subarray(0, length)));
    rows.push({ ...row, cells });
    for (const column of columns) column.length = 0;
  });
  for (const block of blocks) reader.push(block);
  reader.end();
  return rows;
}

const cellsOf = (text: string) => readAll([encoder.encode(text)]).map(({ cells }) => cells);

/** Blocks of a file, cut at the given places. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [
    0,
    ...places.map((p) => p % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ];
  return cuts.slice(1).map((end, i) => bytes.slice(cuts[i], end));
}

interface FileParts {
  rows: string[][];
  newline: string;
  quotesAll: boolean;
  endsInNewline: boolean;
}

const character = fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '\r', '\r\n', 'é', '新', '🗞', "'");
const cell = fc.array(character, { maxLength: 8 }).map((parts) => parts.join(''));
const file: fc.Arbitrary<FileParts> = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
  endsInNewline: fc.boolean(),
});

/** A file as RFC 4180 wants it. */
function write({ rows, newline, quotesAll, endsInNewline }: FileParts): string {
  const quoted = (text: string) =>
    quotesAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((cells) => cells.map(quoted).join(','));
  return lines.join(newline) + (endsInNewline ? newline : '');
}

describe('CsvReader', () => {
  it('reads 2,000 random files of RFC 4180 as they were meant, cut at random places', () => {
    const cuts = fc.array(fc.nat(500), { maxLength: 12 });
    fc.assert(
      fc.property(file, cuts, (parts, places) => {
        const rows = readAll(cutAt(encoder.encode(write(parts)), places));
        expect(rows.map(({ cells }) => cells)).toEqual(parts.rows);
        expect(rows.some(({ isBroken }) => isBroken)).toBe(false);
      }),
      { numRuns: 2000, seed: 4180 },
    );
  });

  it('gives the same rows and lines wherever a file is cut, even a malformed one', () => {
    const text = 'a,"x ""y""\r\nz",é\r\n\r\n"b"c,"d"e,\n"f\n"g"\rlast,"新🗞\r"';
    const bytes = encoder.encode(text);
    const whole = readAll([bytes]);
    for (let at = 0; at <= bytes.length; at++)
      expect(readAll([bytes.slice(0, at), bytes.slice(at)])).toEqual(whole);
    expect(readAll(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('says on which line each row begins', () => {
    const text = '1,a\n2,"b\nc\r\nd"\r\n\n3,e\r4,"f\rg"\r5,h';
    const rows = readAll([encoder.encode(text)]);
    expect(rows.map(({ cells, line }) => [cells[0], line])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 6],
      ['4', 7],
      ['5', 9],
    ]);
  });

  it('keeps quotes that people forgot to double', () => {
    expect(cellsOf('1,"He said "no" twice"\n2,5" tall')).toEqual([
      ['1', 'He said "no" twice'],
      ['2', '5" tall'],
    ]);
  });

  it('marks a row whose quote runs on into the next line, and finds back to the rows behind it', () => {
    const rows = readAll([encoder.encode('"1","never closed\n"2","b"\n"3","c"\n')]);
    expect(rows.map(({ line, isBroken }) => [line, isBroken])).toEqual([
      [1, true],
      [3, false],
    ]);
  });

  it('names the line on which a quote was opened that is never closed', () => {
    const read = () => cellsOf('1,a\n2,"b\nc,d\n');
    expect(read).toThrow();
    try {
      read();
    } catch (error) {
      expect(faultOf(error)).toEqual({ key: 'csv.quote', values: { file: 'a.csv', line: 2 } });
    }
  });

  it('counts fields for which there is no column, without keeping them', () => {
    const [row] = readAll([encoder.encode('1,2,3,4\n')], 2);
    expect([row.count, row.cells]).toEqual([4, ['1', '2']]);
  });

  it('refuses a row of more than 16 MiB instead of gathering it', () => {
    const block = new Uint8Array(1024 * 1024).fill(97);
    const blocks = Array.from({ length: 20 }, () => block);
    expect(() => readAll(blocks)).toThrow('csv.longRow');
    expect(() => readAll([encoder.encode('"'), ...blocks])).toThrow('csv.quote');
  });
});

describe('a first row that is longer than what is looked at', () => {
  const long = 'word '.repeat(300_000);

  it.each([
    ['a.csv', `topic,remark\nsport,"${long}"\nnews,short\nsport,brief\n`],
    ['b.csv', `sport,"${long}"\nnews,short\nsport,brief\n`],
    ['c.tsv', `sport\t${long}\nnews\tshort\nsport\tbrief\n`],
  ])('is read from %s', async (name, text) => {
    const { rows } = await readPart([fileOf(text, name)]);
    expect(rows.map(({ fields }) => fields[0].length)).toEqual([long.length, 5, 5]);
  });

  it('is a text of its own where lines are texts', async () => {
    const { rows } = await readPart([fileOf(`${long}\nshort`, 'a.txt')]);
    expect(rows.map(({ fields }) => fields[0].length)).toEqual([long.length, 5]);
    const endless = fileOf('word '.repeat(4_000_000), 'a.txt');
    await expect(readPart([endless])).rejects.toThrow('csv.longRow');
  });
});
