// A Parquet file as a source of rows. Loaded only when such a file comes.
import { fail } from '../core/errors';
import type { ReadPlan } from '../core/reading';
import { ParquetFile } from './parquet';
import type { RowSource } from './row-source';
import { schemaOf, type Schema } from './schema';

const SAMPLE_ROWS = 100;

/** Opens a Parquet file; a column whose numbers have names is the label's, if it is the only one. */
export async function openParquetRows(
  file: File,
  plan: ReadPlan,
  count: (bytes: number) => void,
): Promise<RowSource> {
  const parquet = await ParquetFile.open(file);
  const { columns: known, classNames, rowCount } = parquet.footer;
  const names = [...known.keys()];
  const rows = await parquet.firstRows(SAMPLE_ROWS);
  if (rows.length === 0) throw fail('bad-file', 'file.empty', { file: file.name });
  const table = { names, hasHeader: false, sample: { rows, lines: rows.map((_, i) => i + 1) } };
  const schema = schemaOf({ kind: 'parquet' }, table, withLabel(plan, classNames), file.name);
  const used = usedColumns(schema);
  const read: RowSource['read'] = async function* (columns, take) {
    const wanted = { names: used.map((i) => names[i]), into: used.map((i) => columns[i]) };
    const row = { count: schema.fieldCount, isBroken: false };
    let told = 0;
    for await (const done of parquet.rows({ ...wanted, take: (line) => take({ ...row, line }) })) {
      const bytes = Math.floor((file.size * done) / rowCount);
      count(bytes - told);
      told = bytes;
      yield;
    }
  };
  const { labelAt } = schema;
  const labelNames = labelAt === null ? null : (classNames.get(names[labelAt]) ?? null);
  return { schema, charset: () => ({ charset: 'utf-8', charsetBy: 'sound' }), labelNames, read };
}

function withLabel(plan: ReadPlan, classNames: ReadonlyMap<string, string[]>): ReadPlan {
  const [label, ...others] = classNames.keys();
  const isOpen = plan.label === undefined && !plan.text?.includes(label);
  return label !== undefined && others.length === 0 && isOpen ? { ...plan, label } : plan;
}

function usedColumns({ labelAt, textAt, splitAt, idAt }: Schema): number[] {
  return [labelAt, splitAt, idAt, ...textAt].filter((at) => at !== null);
}
