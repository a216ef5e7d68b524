// What the end of a Parquet file tells of it: its columns, its rows, and the names of its labels.
// https://parquet.apache.org/docs/file-format/metadata/
import { parquetMetadata, parquetSchema, type FileMetaData, type SchemaElement } from 'hyparquet';
import { AppError, fail } from '../core/errors';
import { markAt } from './parquet-mark';
import { readBytes } from './source';

const TAIL_BYTES = 8; // the footer's length and the mark
const MOST_FOOTER_BYTES = 64 * 1024 * 1024;
const CODECS = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD', 'LZ4', 'LZ4_RAW'];
const PANDAS_INDEX = /^__index_level_\d+__$/; // written beside the columns that people made

/** What is known of a Parquet file before any row is read. */
export interface ParquetFooter {
  metadata: FileMetaData;
  rowCount: number;
  columns: ReadonlyMap<string, SchemaElement>; // those that hold texts, numbers or the like, by name
  classNames: ReadonlyMap<string, string[]>; // of columns whose numbers stand for names
}

/** Reads the end of a file; throws where it is cut, locked, packed in an unknown way, or has no column of use. */
export async function readFooter(file: File): Promise<ParquetFooter> {
  const tail = await readBytes(file, Math.max(0, file.size - TAIL_BYTES), file.size);
  const mark = tail.length === TAIL_BYTES ? markAt(tail, 4) : null;
  if (mark === null) throw fail('bad-file', 'parquet.cut', { file: file.name });
  if (mark === 'PARE') throw fail('bad-file', 'parquet.locked', { file: file.name });
  const length = new DataView(tail.buffer).getUint32(0, true);
  if (length > Math.min(MOST_FOOTER_BYTES, file.size - TAIL_BYTES))
    throw fail('bad-file', 'parquet.footer', { file: file.name });
  const bytes = await readBytes(file, file.size - TAIL_BYTES - length, file.size);
  try {
    return footerOf(parquetMetadata(bytes, { geoparquet: false }), file.name);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw fail('bad-file', 'parquet.footer', { file: file.name }, error);
  }
}

function footerOf(metadata: FileMetaData, file: string): ParquetFooter {
  const columns = new Map<string, SchemaElement>();
  const nested: string[] = [];
  const binary: string[] = [];
  for (const { element, children } of parquetSchema(metadata).children) {
    if (PANDAS_INDEX.test(element.name)) continue;
    if (children.length > 0 || element.repetition_type === 'REPEATED') nested.push(element.name);
    else if (isReadable(element)) columns.set(element.name, element);
    else binary.push(element.name);
  }
  if (columns.size === 0)
    throw fail('bad-file', 'parquet.columns', {
      file,
      nested: nested.join(', '),
      binary: binary.join(', '),
    });
  refuseUnreadable(metadata, { columns }, file);
  const rowCount = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  if (rowCount !== Number(metadata.num_rows)) throw fail('bad-file', 'parquet.footer', { file });
  return { metadata, rowCount, columns, classNames: namesOfLabels(metadata) };
}

/** Throws if a column of use is encrypted or packed in a way that is not read here. */
function refuseUnreadable(
  { row_groups }: FileMetaData,
  { columns }: Pick<ParquetFooter, 'columns'>,
  file: string,
): void {
  for (const chunk of row_groups.flatMap((group) => group.columns)) {
    if (chunk.crypto_metadata || !chunk.meta_data)
      throw fail('bad-file', 'parquet.locked', { file });
    const { codec, path_in_schema } = chunk.meta_data;
    if (columns.has(path_in_schema[0]) && !CODECS.includes(codec))
      throw fail('bad-file', 'parquet.codec', { file, column: path_in_schema[0], codec });
  }
}

/** Whether a flat column's values read as text: what is nothing but bytes does not. */
function isReadable({ type, converted_type, logical_type }: SchemaElement): boolean {
  const kinds = [converted_type, logical_type?.type];
  if (type === 'BYTE_ARRAY')
    return ['UTF8', 'STRING', 'ENUM', 'JSON'].some((kind) => kinds.includes(kind as 'JSON'));
  if (type === 'FIXED_LEN_BYTE_ARRAY')
    return logical_type?.type === 'UUID' || logical_type?.type === 'FLOAT16';
  return type !== undefined;
}

/** Names for the numbers of label columns, as the library "datasets" writes them into a file. */
function namesOfLabels({ key_value_metadata = [] }: FileMetaData): ParquetFooter['classNames'] {
  const text = key_value_metadata.find(({ key }) => key === 'huggingface')?.value;
  const found = new Map<string, string[]>();
  for (const [column, feature] of Object.entries(featuresIn(text)))
    if (isClassLabel(feature)) found.set(column, feature.names);
  return found;
}

function featuresIn(text: string | undefined): Record<string, unknown> {
  try {
    const told = JSON.parse(text ?? '{}') as { info?: { features?: Record<string, unknown> } };
    return told.info?.features ?? {};
  } catch {
    return {}; // names are a help, no need
  }
}

function isClassLabel(feature: unknown): feature is { names: string[] } {
  if (typeof feature !== 'object' || feature === null) return false;
  const { _type, names } = feature as { _type?: unknown; names?: unknown };
  return (
    _type === 'ClassLabel' &&
    Array.isArray(names) &&
    names.every((name) => typeof name === 'string')
  );
}
