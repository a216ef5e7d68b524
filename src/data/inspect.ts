// What files are, told by their beginnings: nothing is read further, however large they are.
import { AppError, faultOf } from '../core/errors';
import type { ColumnView, FileReading, FileRows, FileView, ReadPlan } from '../core/reading';
import { sortFiles, type Roles } from './detect';
import { foldersOf, pathOf } from './placed-file';
import { openRows } from './open-rows';
import type { RowSource } from './row-source';
import { readingOf } from './schema';
import { charsetOfTexts } from './text-charset';

const SHOWN_ROWS = 8;
const SHOWN_CHARACTERS = 400; // of a cell
const MOST_FILES = 50; // looked into

/** Looks at files, archives already unpacked, as a plan would have them read. */
export async function inspectFiles(files: readonly File[], plan: ReadPlan): Promise<FileView[]> {
  const roles = sortFiles(files, plan.leaveOut);
  if (roles.areTexts) return [...(await textViews(roles, plan)), ...otherViews(roles)];
  const views: FileView[] = [];
  let like: FileReading | undefined; // the first file that could be read
  for (const role of ['train', 'validation', 'test'] as const)
    for (const file of roles[role].slice(0, MOST_FILES)) {
      const { isAside, ...found } = await tryRows(file, { ...plan, like });
      views.push({ ...plainView(file, isAside ? 'other' : role), ...found });
      like ??= found.rows ?? undefined;
    }
  if (roles.classes) views.push(plainView(roles.classes, 'classes'));
  return [...views, ...otherViews(roles)];
}

/** Texts by class are told together, one entry a part. */
function textViews(roles: Roles, { charset }: ReadPlan): Promise<FileView[]> {
  const homes = (['train', 'validation', 'test'] as const).filter((home) => roles[home].length > 0);
  const views = homes.map(async (home): Promise<FileView> => {
    const [first] = roles[home];
    const sizeBytes = roles[home].reduce((sum, { size }) => sum + size, 0);
    const name = `${foldersOf(first).slice(0, -1).join('/')}/`;
    const texts = charset
      ? { charset, charsetBy: 'choice' as const }
      : ((await charsetOfTexts(roles[home])) ?? undefined);
    return { name, path: name, sizeBytes, role: 'texts', fault: null, rows: null, texts };
  });
  return Promise.all(views);
}

function otherViews({ others }: Roles): FileView[] {
  return others.slice(0, MOST_FILES).map((file) => plainView(file, 'other'));
}

function plainView(file: File, role: FileView['role']): FileView {
  const { name, size: sizeBytes } = file;
  return { name, path: pathOf(file), sizeBytes, role, fault: null, rows: null };
}

interface Found extends Pick<FileView, 'fault' | 'rows'> {
  isAside: boolean;
}

async function tryRows(file: File, plan: ReadPlan): Promise<Found> {
  try {
    const source = await openRows(file, plan);
    const { isAside } = source.schema;
    return { fault: null, rows: isAside ? null : firstRows(source), isAside };
  } catch (error) {
    if (error instanceof AppError) return { fault: faultOf(error), rows: null, isAside: false };
    throw error;
  }
}

function firstRows({ schema, charset }: RowSource): FileRows {
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
