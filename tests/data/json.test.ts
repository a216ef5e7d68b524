// Readers of JSON, cut at every place.
import { describe, expect, it } from 'vitest';
import { byteColumn, type RowEnd } from '../../src/data/byte-column';
import { JsonArrayReader } from '../../src/data/json-array';
import { JsonLineReader } from '../../src/data/json-lines';

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
    for (const text of ['{}', '[1]', '[{}{}]', '[{},]', '[{}]]', '[,{}]'])
      expect(() => readAll(JsonArrayReader, [encoder.encode(text)])).toThrow('json.broken');
  });
});
