// Values of Parquet as text: what each kind looks like in a column of bytes.
import type { ParquetParsers } from 'hyparquet';
import { append, type ByteColumn } from './byte-column';
import { Utf8Check } from './utf8';

const VALUE_BYTES = 8; // that a value takes while it is read, its text aside

/** Leaves texts the bytes that they are in the file, and writes times as ISO 8601 has them. */
export const VALUES_AS_THEY_ARE: Partial<ParquetParsers> = {
  stringFromBytes: (bytes) => bytes,
  jsonFromBytes: (bytes) => bytes,
  dateFromDays: (days) => timeOf(days * 86_400_000)?.slice(0, 10),
  timestampFromMilliseconds: (time) => timeOf(Number(time)),
  timestampFromMicroseconds: (time) => timeOf(Number(time) / 1000),
  timestampFromNanoseconds: (time) => timeOf(Number(time) / 1_000_000),
};

/** A function that puts values at the end of a column and gives the bytes that each took; throws for texts that are none. */
export function valuesInto(column: ByteColumn, areLabels: boolean): (value: unknown) => number {
  const encoder = new TextEncoder();
  return (value) => {
    let bytes: Uint8Array;
    if (value instanceof Uint8Array) {
      if (!isUtf8(value)) throw new Error('text that is not UTF-8');
      bytes = value;
    } else bytes = encoder.encode(textOf(value, areLabels));
    append(column, bytes);
    return VALUE_BYTES + bytes.length;
  };
}

/** A value as text; what is missing is empty, and so is the label -1, which stands for none. */
function textOf(value: unknown, isLabel: boolean): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' && typeof value !== 'bigint') return '';
  return Number.isNaN(value) || (isLabel && Number(value) === -1) ? '' : String(value);
}

function isUtf8(bytes: Uint8Array): boolean {
  const check = new Utf8Check('');
  try {
    check.push(bytes);
    check.end();
    return true;
  } catch {
    return false;
  }
}

/** A time in milliseconds since 1970; none where a calendar has no day for it. */
function timeOf(milliseconds: number): string | undefined {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
