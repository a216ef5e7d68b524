// The reader that a file's form asks for.
import type { ByteColumn, RowEnd, RowReader } from './byte-column';
import { CsvReader } from './csv';
import type { TextFormat } from './format';
import { LabelledLineReader } from './labelled-lines';
import { JsonArrayReader } from './json-array';
import { JsonLineReader } from './json-lines';
import { PlainLineReader } from './plain-lines';
import type { Schema } from './schema';

/** Opens a reader that fills `columns`, as many as the schema has fields, and tells of each row. */
export function openReader(
  file: string,
  { format, keys = [] }: Schema<TextFormat>,
  columns: readonly ByteColumn[],
  take: (row: RowEnd) => void,
): RowReader {
  switch (format.kind) {
    case 'separated':
      return new CsvReader(file, columns, take, format.dialect);
    case 'json-lines':
      return new JsonLineReader(file, keys, columns, take);
    case 'json-array':
      return new JsonArrayReader(file, keys, columns, take);
    case 'lines':
      return new PlainLineReader(file, columns[0], take);
    case 'labelled-lines': {
      const [label, text] = columns;
      return new LabelledLineReader(file, { label, text }, take, format.prefix);
    }
  }
}
