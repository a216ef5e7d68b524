// Rows out of Parquet, one row group after the other, straight into columns of bytes.
// https://parquet.apache.org/docs/file-format/, read with hyparquet
import { snappyUncompress, type ColumnMetaData, type Compressors, type RowGroup } from 'hyparquet';
import {
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from 'hyparquet-compressors';
import { AppError, fail } from '../core/errors';
import { UnpackLimit } from './bomb';
import { byteColumn, type ByteColumn } from './byte-column';
import { ParquetColumn } from './parquet-column';
import { readFooter, type ParquetFooter } from './parquet-footer';
import { valuesInto } from './parquet-values';
import { readBytes } from './source';

const PAUSE_ROWS = 4096; // between two chances for the caller to take rows away

/** What to read, and where to. */
export interface RowsWanted {
  names: readonly string[]; // of columns
  into: readonly ByteColumn[]; // one for each name
  take: (row: number) => void; // told of each row by its number in the file, from 1 on
  end?: number; // rows from here on are left out
}

/** A Parquet file whose footer was read. */
export class ParquetFile {
  readonly footer: ParquetFooter;
  readonly #file: File;
  readonly #compressors: Compressors;

  private constructor(file: File, footer: ParquetFooter) {
    this.#file = file;
    this.footer = footer;
    this.#compressors = limitedCompressors(file);
  }

  /** Reads a file's footer; throws where the file is cut, locked or of no use. */
  static async open(file: File): Promise<ParquetFile> {
    return new ParquetFile(file, await readFooter(file));
  }

  /** The first rows as text, a cell for each of the footer's columns. */
  async firstRows(count: number): Promise<string[][]> {
    const { columns, rowCount } = this.footer;
    const names = [...columns.keys()];
    const into = names.map(() => byteColumn());
    const decoder = new TextDecoder();
    const rows: string[][] = [];
    const take = () => {
      rows.push(into.map(({ bytes, length }) => decoder.decode(bytes.subarray(0, length))));
      for (const column of into) column.length = 0;
    };
    const end = Math.min(count, rowCount);
    for await (const read of this.rows({ names, into, take, end })) void read;
    return rows;
  }

  /**
   * Reads rows; yields how many there are so far, so that the caller can take them away.
   * Throws `parquet.rows` where the file is damaged.
   */
  async *rows({ names, into, take, end = this.footer.rowCount }: RowsWanted) {
    const limit = new UnpackLimit(this.#file);
    const put = names.map((name, i) => valuesInto(into[i], this.footer.classNames.has(name)));
    let row = 0;
    try {
      for (const group of this.footer.metadata.row_groups) {
        const columns = await this.#open(group, names, limit);
        const groupEnd = Math.min(row + Number(group.num_rows), end);
        while (row < groupEnd) {
          for (let i = 0; i < columns.length; i++) limit.add(put[i](columns[i].next()));
          take(++row);
          if (row % PAUSE_ROWS === 0) yield row;
        }
        yield row;
        if (row === end) break;
      }
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw fail('bad-file', 'parquet.rows', { file: this.#file.name, rows: row }, error);
    }
  }

  /** Reads the columns of a row group, as they are packed. */
  #open(group: RowGroup, names: readonly string[], limit: UnpackLimit): Promise<ParquetColumn[]> {
    return Promise.all(
      names.map(async (name) => {
        const chunk = group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name);
        const element = this.footer.columns.get(name);
        if (!chunk?.meta_data || !element) throw new Error(`there is no column ${name}`);
        const meta = chunk.meta_data;
        if (meta.num_values !== group.num_rows)
          throw new Error(`${meta.num_values} values in ${group.num_rows} rows`);
        const bytes = await this.#bytesOf(meta);
        return new ParquetColumn(bytes, { meta, element, compressors: this.#compressors, limit });
      }),
    );
  }

  #bytesOf(meta: ColumnMetaData): Promise<Uint8Array<ArrayBuffer>> {
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = start + Number(meta.total_compressed_size);
    if (!(start >= 0 && end >= start && end <= this.#file.size))
      throw new Error(`there are no bytes ${start} to ${end}`);
    return readBytes(this.#file, start, end);
  }
}

/** The library's unpackers, none of which may be led to make more of a page than a file may unpack to. */
function limitedCompressors(file: File): Compressors {
  const all: Compressors = {
    SNAPPY: (packed, length) => {
      const page = new Uint8Array(length);
      snappyUncompress(packed, page);
      return page;
    },
    GZIP: decompressGzip,
    ZSTD: (packed, length) => decompressZstd(packed, new Uint8Array(length)),
    LZ4: decompressLz4,
    LZ4_RAW: decompressLz4Raw,
  };
  const limited = Object.entries(all).map(([codec, unpack]) => [
    codec,
    (packed: Uint8Array, length: number) => {
      new UnpackLimit(file).add(length);
      return unpack(packed, length);
    },
  ]);
  return Object.fromEntries(limited) as Compressors;
}
