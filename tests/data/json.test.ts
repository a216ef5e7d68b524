// Readers of JSON, cut at every place.
import { describe, expect, it } from 'vitest';
import { byteColumn, type RowEnd } from '../../src/data/byte-column';
import { JsonArrayReader } from '../../src/data/json-array';
import { JsonLineReader } from '../../src/data/json-lines';
import { fileOf, gzip, readPart } from './reading';

const encoder = new TextEncoder();

function readAll(Reader: typeof JsonArrayReader | typeof JsonLineReader, blocks: Uint8Array[]) {
  const columns = [byteColumn(), byteColumn()];
  const rows: unknown[] = [];
  const reader = new Reader('a.json', ['label', 'text'], columns, ({ count, line }: RowEnd) => {
    const cells = columns.map(({ bytes, length }) =>
      new TextDecoder().decode(bytes.subarray(0, length)),
    );
    for (const column of columns) column.length = 0;
    rows.push({ count, line, cells });
  });
  for (const block of blocks) reader.push(block);
  reader.end();
  return rows;
}

describe.each([
  ['an array', JsonArrayReader, '[ {"label":"é}","text":"a\\"]新"} ,\r\n{"label":{},"text":[]}\n]'],
  [
    'an array in an object',
    JsonArrayReader,
    '{"a":[["[{"],{"b":[{}]}],"rows":[\n{"label":"é}","text":"新"},{"text":[["a"],"b"]} ] , "n":2}\n',
  ],
  ['lines', JsonLineReader, '{"label":"é","text":"新\\n"}\r\n\r\n{"label":1,"text":true}\n{]\n{}'],
] as const)('%s of JSON', (_, Reader, text) => {
  it('gives the same rows and lines wherever it is cut', () => {
    const bytes = encoder.encode(text);
    const whole = readAll(Reader, [bytes]);
    expect(whole.length).toBeGreaterThan(1);
    for (let at = 0; at <= bytes.length; at++)
      expect(readAll(Reader, [bytes.slice(0, at), bytes.slice(at)])).toEqual(whole);
    expect(
      readAll(
        Reader,
        Array.from(bytes, (byte) => Uint8Array.of(byte)),
      ),
    ).toEqual(whole);
  });
});

describe('an array of JSON', () => {
  it('broken off at any place is a fault, never a shorter array', () => {
    const bytes = encoder.encode('[{"label":"a","text":"b"},{"label":"c","text":"d"}]');
    for (let end = 0; end < bytes.length; end++)
      expect(() => readAll(JsonArrayReader, [bytes.slice(0, end)])).toThrow('json.broken');
    for (const text of ['[1]', '[{}{}]', '[{},]', '[{}]]', '[,{}]'])
      expect(() => readAll(JsonArrayReader, [encoder.encode(text)])).toThrow('json.broken');
  });
});

describe('JSON whose first object is longer than what is looked at', () => {
  const objects = [70, 1200].map((kilobytes) => [
    { label: 'a', text: 'x'.repeat(kilobytes * 1024) },
    { label: 'b', text: 'short' },
    { label: 'a', text: 'short too' },
  ]);

  it.each([
    ['lines', (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')],
    ['an array', (rows: object[]) => JSON.stringify(rows)],
    ['an array in an object', (rows: object[]) => JSON.stringify({ count: 3, data: rows })],
  ])('is read as %s', async (_, write) => {
    for (const rows of objects) {
      const text = write(rows);
      for (const file of [fileOf(text, 'a.json'), fileOf(await gzip(text), 'a.json.gz')]) {
        const { rows: read } = await readPart([file]);
        expect(read.map(({ label, fields: [text] }) => [label, text.length])).toEqual(
          rows.map(({ label, text }) => [label, text.length]),
        );
      }
    }
  });

  it('is refused where it is longer than what is read', async () => {
    const long = 'x'.repeat(40 * 1024 * 1024);
    for (const text of [`{"text":"${long}"}`, `[{"text":"${long}"}]`])
      await expect(readPart([fileOf(text, 'a.json')])).rejects.toThrow('csv.longRow');
  });
});
