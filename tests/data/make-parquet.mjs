// Writes the Parquet files among the golden ones and those of the whole-page tests, with a writer that is not by the author of the reader: arrow-rs.
// Run: npm install --prefix FOLDER parquet-wasm@0.8 apache-arrow@21; node tests/data/make-parquet.mjs FOLDER
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ROWS } from '../app/format-rows.mjs';

const require = createRequire(resolve(process.argv[2] ?? '.', 'package.json'));
const parquet = require('parquet-wasm');
const arrow = require('apache-arrow');

const FILES = join(import.meta.dirname, 'files');
const TEXTS = [
  'The river rose in the night, and the lower bridge is closed.',
  'Two late goals, and the cup stays in the north.',
  '新的桥梁今早通车。',
  'A keeper aged 41 saves a penalty – “for my café”, he said.',
  'Rain is expected\nuntil Sunday.',
  'The relay team breaks a record that stood for ten years.',
];
const LABELS = [0n, 1n, 0n, 1n, 0n, 1n];
const { WriterPropertiesBuilder, Compression, Encoding, WriterVersion } = parquet;

const texts = (values) => arrow.vectorFromArray(values, new arrow.Utf8());
const longs = (values) => arrow.vectorFromArray(values, new arrow.Int64());
const lists = (values, type) =>
  arrow.vectorFromArray(values, new arrow.List(new arrow.Field('element', type, true)));
const bytes = (values) =>
  arrow.vectorFromArray(
    values.map((value) => Uint8Array.from(value)),
    new arrow.Binary(),
  );
const NEWS = { label: longs(LABELS), text: texts(TEXTS) };

/** The names that the library "datasets" keeps for the numbers of a column. */
function namesOf(names) {
  const label = { names, _type: 'ClassLabel' };
  const text = { dtype: 'string', _type: 'Value' };
  return new Map([['huggingface', JSON.stringify({ info: { features: { text, label } } })]]);
}

function encode(columns, properties = (builder) => builder) {
  const table = parquet.Table.fromIPCStream(arrow.tableToIPC(new arrow.Table(columns), 'stream'));
  const builder = properties(new WriterPropertiesBuilder().setCompression(Compression.SNAPPY));
  return Buffer.from(parquet.writeParquet(table, builder.build()));
}

function write(name, columns, properties) {
  const file = Buffer.isBuffer(columns) ? columns : encode(columns, properties);
  writeFileSync(join(FILES, name), file);
  return file;
}

/** The same bytes with the last place of some of them, which must be there, put another way. */
function changed(file, from, to) {
  const result = Buffer.from(file);
  const at = result.lastIndexOf(from);
  if (at < 0) throw new Error('There is nothing to change.');
  result.set(to, at);
  return result;
}

for (const [name, codec] of [
  ['plain', Compression.UNCOMPRESSED],
  ['snappy', Compression.SNAPPY],
  ['gzip', Compression.GZIP],
  ['zstd', Compression.ZSTD],
  ['brotli', Compression.BROTLI],
  ['lz4', Compression.LZ4_RAW],
])
  write(`parquet-${name}.parquet`, NEWS, (builder) => builder.setCompression(codec));

write('parquet-groups.parquet', NEWS, (builder) =>
  builder
    .setMaxRowGroupSize(4)
    .setWriterVersion(WriterVersion.V2)
    .setDictionaryEnabled(false)
    .setColumnEncoding('label', Encoding.DELTA_BINARY_PACKED)
    .setColumnEncoding('text', Encoding.DELTA_BYTE_ARRAY),
);

write(
  'parquet-label-names.parquet',
  { text: texts(TEXTS), label: longs([2n, 0n, 2n, 0n, -1n, 0n]) },
  (builder) => builder.setKeyValueMetadata(namesOf(['Sport', 'Markets', 'Town'])),
);

write('parquet-nulls.parquet', {
  label: texts(['town', null, 'town', 'sport', 'town', 'sport']),
  title: texts(['Flood', 'Cup', null, 'Save', null, null]),
  text: texts([...TEXTS.slice(0, 4), null, '']),
});

write('parquet-bool.parquet', {
  sentence: texts(TEXTS),
  label: arrow.vectorFromArray([true, false, true, false, true, null], new arrow.Bool()),
});

// Doubles are what a column of whole numbers becomes in pandas as soon as one is missing.
write('parquet-doubles.parquet', {
  id: longs([11n, 12n, 13n, 14n, 15n, 16n]),
  date: arrow.vectorFromArray(
    TEXTS.map((_, i) => new Date(Date.UTC(2024, 1, 28 + i))),
    new arrow.DateDay(),
  ),
  label: arrow.vectorFromArray([1, 2, 1, 2, NaN, 2], new arrow.Float64()),
  text: texts(TEXTS),
  __index_level_0__: longs([0n, 1n, 2n, 3n, 4n, 5n]),
});

const words = lists(
  TEXTS.map((text) => text.split(' ')),
  new arrow.Utf8(),
);
const pictures = bytes(TEXTS.map((_, i) => [137, 80, 78, 71, i]));
write('parquet-nested.parquet', { words, picture: pictures, ...NEWS });
write('parquet-bytes-only.parquet', { picture: pictures, words });

// A few kilobytes of which one becomes 80 MB as a single text, the other 80 MB as the same text a thousand times.
const packed = (builder) => builder.setCompression(Compression.ZSTD).setStatisticsEnabled(0);
const long = ['wave '.repeat(16_000_000), TEXTS[1]];
write('parquet-bomb.parquet', { label: longs([0n, 1n]), text: texts(long) }, (builder) =>
  packed(builder).setDictionaryEnabled(false),
);
const repeated = {
  label: longs(Array(1000).fill(1n)),
  text: texts(Array(1000).fill('wave '.repeat(16_000))),
};
write('parquet-bomb-repeats.parquet', repeated, packed);

const whole = encode(NEWS);
write('parquet-cut.parquet', whole.subarray(0, whole.length - 40));
write(
  'parquet-garbage.parquet',
  Buffer.from(whole.map((byte, i) => (i < 4 ? byte : (i * 167) & 255))),
);
const inGroups = (builder) => builder.setMaxRowGroupSize(4).setCompression(Compression.GZIP);
const gzipMark = (method) => Buffer.from([0x1f, 0x8b, method]);
write('parquet-damaged.parquet', changed(encode(NEWS, inGroups), gzipMark(8), gzipMark(9)));
write('parquet-locked.parquet', changed(whole, Buffer.from('PAR1'), Buffer.from('PARE')));
write('parquet-named-json.json', whole);
// In the footer a column's path ends before its codec: 2 is snappy there, 6 LZO, which nobody writes any more.
const codecOf = (codec) => Buffer.from([...Buffer.from('text'), 0x15, codec]);
write('parquet-lzo.parquet', changed(whole, codecOf(2), codecOf(6)));

// For the whole-page test: labels as texts, and as numbers that have names.
const APP_FILES = '../../app/files';
const rows = texts(ROWS.map(({ text }) => text));
write(`${APP_FILES}/snappy.parquet`, { label: texts(ROWS.map(({ label }) => label)), text: rows });
const numbers = longs(ROWS.map(({ label }) => (label === 'weather' ? 0n : 1n)));
write(`${APP_FILES}/zstd.parquet`, { text: rows, label: numbers }, (builder) =>
  builder.setCompression(Compression.ZSTD).setKeyValueMetadata(namesOf(['weather', 'sport'])),
);
