// Encodings of Parquet's values: plain ones and deltas as the library reads them, runs and shared beginnings by our own
// means, since a damaged length would make the library fill memory or never end.
// https://parquet.apache.org/docs/file-format/data-pages/encodings/
import type { DataReader, DecodedArray, Encoding, ParquetType } from 'hyparquet/src/types.js';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { readVarInt } from 'hyparquet/src/thrift.js';

const MOST_BLOCK = 1 << 16; // deltas in a block; writers have 128 or 256

/** What a page's values are, and how many of them there are. */
export interface ValuesWanted {
  type: ParquetType;
  typeLength: number | undefined; // bytes, of FIXED_LEN_BYTE_ARRAY
  encoding: Encoding;
  count: number;
}

/** Reads the values of a page; of a dictionary's page their places in it. Throws where they are cut or damaged. */
export function readValues(reader: DataReader, wanted: ValuesWanted): DecodedArray {
  const { type, typeLength, encoding, count } = wanted;
  switch (encoding) {
    case 'PLAIN':
      return readPlain(reader, type, count, typeLength);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return count === 0 ? [] : readRuns(reader, reader.view.getUint8(reader.offset++), count);
    case 'RLE':
      if (type !== 'BOOLEAN') throw new Error(`runs of ${type}`);
      reader.offset += 4; // their length, which is the rest of the page
      return Array.from(readRuns(reader, 1, count), (value) => value === 1);
    case 'DELTA_BINARY_PACKED':
      return readDeltas(
        reader,
        type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count),
      );
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return readTexts(reader, readDeltas(reader, new Int32Array(count)));
    case 'DELTA_BYTE_ARRAY': {
      const shared = readDeltas(reader, new Int32Array(count));
      return joined(shared, readTexts(reader, readDeltas(reader, new Int32Array(count))));
    }
    case 'BYTE_STREAM_SPLIT':
      return byteStreamSplit(reader, count, type, typeLength);
    case 'ALP':
    case 'BIT_PACKED':
    case 'GROUP_VAR_INT':
    default: // also what a damaged file says
      throw new Error(`the encoding ${encoding} is not known`);
  }
}

/** Reads so many numbers of so many bits each, in runs of equal ones and in groups of eight packed ones. */
export function readRuns(reader: DataReader, bits: number, count: number): Uint32Array {
  if (bits > 32) throw new Error(`numbers of ${bits} bits`);
  const values = new Uint32Array(count);
  for (let seen = 0; seen < count;) {
    const header = readVarInt(reader) >>> 0;
    const length = header >>> 1;
    if (header % 2 === 0) {
      const end = Math.min(count, seen + length);
      values.fill(readBits(reader, 8 * reader.offset, bits), seen, end);
      reader.offset += Math.ceil(bits / 8);
      seen = end;
    } else {
      const end = Math.min(count, seen + 8 * length);
      let at = 8 * reader.offset;
      for (; seen < end; seen++, at += bits) values[seen] = readBits(reader, at, bits);
      reader.offset += length * bits;
    }
  }
  return values;
}

/** A number of so many bits that begins at such a bit of the page, lowest first. */
function readBits({ view }: DataReader, start: number, bits: number): number {
  let value = 0;
  for (let read = 0; read < bits;) {
    const at = start + read;
    const byte = view.getUint8(at >>> 3) >>> (at & 7);
    const more = Math.min(8 - (at & 7), bits - read);
    value |= (byte & ((1 << more) - 1)) << read;
    read += more;
  }
  return value >>> 0;
}

function readDeltas<T extends Int32Array | BigInt64Array>(reader: DataReader, values: T): T {
  if (values.length === 0) return values;
  const ahead = { view: reader.view, offset: reader.offset };
  const block = readVarInt(ahead);
  const parts = readVarInt(ahead);
  if (!(block > 0 && block <= MOST_BLOCK && parts > 0 && block % parts === 0))
    throw new Error(`deltas in blocks of ${block} and ${parts} parts`);
  deltaBinaryUnpack(reader, values.length, values);
  return values;
}

function readTexts(reader: DataReader, lengths: Int32Array): Uint8Array[] {
  const { view } = reader;
  return Array.from(lengths, (length) => {
    const text = new Uint8Array(view.buffer, view.byteOffset + reader.offset, length);
    reader.offset += length;
    return text;
  });
}

/** Texts that begin as the one before, for so many bytes. */
function joined(shared: Int32Array, rests: readonly Uint8Array[]): Uint8Array[] {
  let last = new Uint8Array();
  return rests.map((rest, i) => {
    if (shared[i] < 0 || shared[i] > last.length)
      throw new Error('a text shares more than there is');
    const text = new Uint8Array(shared[i] + rest.length);
    text.set(last.subarray(0, shared[i]));
    text.set(rest, shared[i]);
    return (last = text);
  });
}
