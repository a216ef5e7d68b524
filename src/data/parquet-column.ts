// The values of one column within a row group of Parquet, one page at a time.
// https://parquet.apache.org/docs/file-format/data-pages/
import type {
  Compressors,
  ColumnMetaData,
  DecodedArray,
  Encoding,
  SchemaElement,
} from 'hyparquet/src/types.js';
import { parquetHeader } from 'hyparquet/src/column.js';
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import type { UnpackLimit } from './bomb';
import { readRuns, readValues } from './parquet-encodings';
import { VALUES_AS_THEY_ARE } from './parquet-values';

const MOST_HEADER_BYTES = 1024 * 1024;
const VALUE_BYTES = 8; // that a value takes at least while its page is open

type Header = ReturnType<typeof parquetHeader>;

/** What a column needs besides its bytes. */
export interface ColumnOptions {
  meta: ColumnMetaData;
  element: SchemaElement;
  compressors: Compressors;
  limit: UnpackLimit; // of what the file unpacks to
}

/** The bytes of a data page, unpacked. */
interface PageBytes {
  hasValue: Uint32Array | null; // 0 or 1 for each row; null = all rows have one
  values: Uint8Array;
}

/** Gives the values of a column one after the other; throws where its pages are cut or damaged. */
export class ParquetColumn {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #options: ColumnOptions;
  #at = 0; // of the next page
  #rowsLeft: number; // in pages that are not open yet
  #dictionary: DecodedArray = [];
  // Of the page that is open:
  #hasValue: Uint32Array | null = null;
  #values: DecodedArray = [];
  #rows = 0;
  #row = 0; // the next one
  #value = 0; // likewise

  constructor(bytes: Uint8Array<ArrayBuffer>, options: ColumnOptions) {
    this.#bytes = bytes;
    this.#options = options;
    this.#rowsLeft = Number(options.meta.num_values);
  }

  /** The value of the next row; null where it has none. */
  next(): unknown {
    while (this.#row === this.#rows) this.#openPage();
    const row = this.#row++;
    return this.#hasValue?.[row] === 0 ? null : this.#values[this.#value++];
  }

  #openPage(): void {
    const { header, body } = this.#takePage();
    if (header.dictionary_page_header) {
      const { num_values: count } = header.dictionary_page_header;
      this.#dictionary = this.#convert(
        this.#unpack(body, header.uncompressed_page_size),
        'PLAIN',
        count,
      );
      return;
    }
    const page = header.data_page_header ?? header.data_page_header_v2;
    if (!page) throw new Error('a page of an unknown kind');
    const rows = page.num_values;
    if (!(rows >= 0 && rows <= this.#rowsLeft)) throw new Error(`a page of ${rows} rows`);
    this.#options.limit.add(VALUE_BYTES * rows);
    const { hasValue, values } = header.data_page_header_v2
      ? this.#secondForm(header, body, rows)
      : this.#firstForm(header, body, rows);
    const count = hasValue ? hasValue.reduce((sum, one) => sum + one, 0) : rows;
    this.#values = this.#convert(values, page.encoding, count);
    this.#hasValue = hasValue;
    this.#rowsLeft -= rows;
    this.#rows = rows;
    this.#row = this.#value = 0;
  }

  /** The header of the next page, and its bytes as they lie in the file. */
  #takePage(): { header: Header; body: Uint8Array } {
    const { buffer, byteOffset, length } = this.#bytes;
    const most = Math.min(MOST_HEADER_BYTES, length - this.#at);
    const reader = { view: new DataView(buffer, byteOffset + this.#at, most), offset: 0 };
    const header = parquetHeader(reader);
    const start = this.#at + reader.offset;
    const end = start + header.compressed_page_size;
    if (!(end >= start && end <= length)) throw new Error('a page that is cut short');
    this.#at = end;
    return { header, body: this.#bytes.subarray(start, end) };
  }

  /** A data page that is packed as a whole. */
  #firstForm(header: Header, body: Uint8Array, rows: number): PageBytes {
    const page = this.#unpack(body, header.uncompressed_page_size);
    if (this.#isRequired) return { hasValue: null, values: page };
    const start = 4 + viewOf(page).getUint32(0, true);
    return { hasValue: runsIn(page.subarray(4, start), rows), values: page.subarray(start) };
  }

  /** A data page whose values alone are packed. */
  #secondForm(header: Header, body: Uint8Array, rows: number): PageBytes {
    const { data_page_header_v2: page } = header;
    const from = page?.repetition_levels_byte_length ?? 0;
    const to = from + (page?.definition_levels_byte_length ?? 0);
    if (!(from >= 0 && to >= from && to <= body.length))
      throw new Error('levels that are cut short');
    const hasValue = this.#isRequired ? null : runsIn(body.subarray(from, to), rows);
    const size = header.uncompressed_page_size - to;
    const values = body.subarray(to);
    const isPacked = page?.is_compressed !== false && size > 0;
    return { hasValue, values: isPacked ? this.#unpack(values, size) : values };
  }

  get #isRequired(): boolean {
    return this.#options.element.repetition_type === 'REQUIRED';
  }

  #unpack(packed: Uint8Array, size: number): Uint8Array {
    const { meta, compressors } = this.#options;
    return decompressPage(packed, size, meta.codec, compressors);
  }

  /** Values out of bytes, in the form in which they are wanted. */
  #convert(bytes: Uint8Array, encoding: Encoding, count: number): DecodedArray {
    const { meta, element } = this.#options;
    const reader = { view: viewOf(bytes), offset: 0 };
    const { type, codec, path_in_schema: pathInSchema } = meta;
    const wanted = { type, typeLength: element.type_length, encoding, count };
    const values = readValues(reader, wanted);
    if (encoding.endsWith('_DICTIONARY'))
      return Array.from(values, (place) => this.#lookUp(Number(place)));
    const parsers = { ...DEFAULT_PARSERS, ...VALUES_AS_THEY_ARE };
    return convert(values, { type, codec, pathInSchema, element, parsers, schemaPath: [] });
  }

  #lookUp(place: number): unknown {
    if (place >= this.#dictionary.length) throw new Error(`no entry ${place} in the dictionary`);
    return this.#dictionary[place];
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView<ArrayBuffer> {
  return new DataView(buffer as ArrayBuffer, byteOffset, byteLength);
}

function runsIn(bytes: Uint8Array, rows: number): Uint32Array {
  return readRuns({ view: viewOf(bytes), offset: 0 }, 1, rows);
}
