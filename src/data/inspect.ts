// What files are, told by their beginnings: nothing is read further, however large they are.
import { AppError, faultOf } from '../core/errors';
import type { ColumnView, FileRows, FileView, ReadPlan } from '../core/reading';
import { rowFiles, sortFiles, type Roles } from './detect';
import { foldersOf } from './placed-file';
import { openRows } from './open-rows';
import { readingOf } from './schema';

const SHOWN_ROWS = 8;
const SHOWN_CHARACTERS = 400; // of a cell
const MOST_FILES = 50; // looked into

/** Looks at files, archives already unpacked, as a plan would have them read. */
export async function inspectFiles(files: readonly File[], plan: ReadPlan): Promise<FileView[]> {
  const roles = sortFiles(files);
  if (roles.areTexts) return textViews(roles);
  const views: FileView[] = [];
  for (const role of ['train', 'validation', 'test'] as const)
    for (const file of roles[role].slice(0, MOST_FILES))
      views.push({ ...plainView(file, role), ...(await tryRows(file, plan)) });
  if (roles.classes) views.push(plainView(roles.classes, 'classes'));
  const used = new Set([...rowFiles(roles), roles.classes]);
  const others = files.filter((file) => !used.has(file)).slice(0, MOST_FILES);
  return [...views, ...others.map((file) => plainView(file, 'other'))];
}

/** Texts by class are told together, one entry a part. */
function textViews(roles: Roles): FileView[] {
  const homes = (['train', 'validation', 'test'] as const).filter((home) => roles[home].length > 0);
  return homes.map((home) => {
    const [first] = roles[home];
    const sizeBytes = roles[home].reduce((sum, { size }) => sum + size, 0);
    const name = `${foldersOf(first).slice(0, -1).join('/')}/`;
    return { name, sizeBytes, role: 'texts', fault: null, rows: null };
  });
}

function plainView({ name, size }: File, role: FileView['role']): FileView {
  return { name, sizeBytes: size, role, fault: null, rows: null };
}

async function tryRows(file: File, plan: ReadPlan): Promise<Pick<FileView, 'fault' | 'rows'>> {
  try {
    return { fault: null, rows: await firstRows(file, plan) };
  } catch (error) {
    if (error instanceof AppError) return { fault: faultOf(error), rows: null };
    throw error;
  }
}

async function firstRows(file: File, plan: ReadPlan): Promise<FileRows> {
  const { schema, charset } = await openRows(file, plan);
  const { rows, lines } = schema.sample;
  const reading = readingOf(schema);
  const columns = reading.columns.map((column, i): ColumnView => {
    const cells = rows.map((row) => row[i]);
    const shown = cells.slice(0, SHOWN_ROWS).map((cell) => cell.slice(0, SHOWN_CHARACTERS));
    return { ...column, cells: shown, different: new Set(cells).size };
  });
  const sample = { lines: lines.slice(0, SHOWN_ROWS), sampled: rows.length };
  return { ...reading, ...charset(), columns, ...sample, doubt: schema.doubt };
}
