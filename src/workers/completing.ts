// Whether files that are brought while a dataset is open are the part that it lacks: told by their names and columns.
import type { FileReading } from '../core/reading';
import { UNTITLED, type Dataset } from '../core/types';
import { TYPED_FILE } from '../core/typed';
import { rowFiles, type Roles } from '../data/detect';
import { stemOf } from '../data/name';
import { openRows } from '../data/open-rows';
import { foldersOf } from '../data/placed-file';
import { readingOf } from '../data/schema';

/** Whether a dataset lacks every part for which there are files. */
export function canComplete(dataset: Dataset, { train, validation, test }: Roles): boolean {
  const givesTrain = train.length + validation.length > 0;
  return !(dataset.train && givesTrain) && !(dataset.test && test.length > 0);
}

/** Whether files evidently belong to a dataset: by a name that they share, or, where names tell nothing, by their columns. */
export async function belongTo(dataset: Dataset, roles: Roles): Promise<boolean> {
  const [source] = (dataset.train ?? dataset.test)?.sources ?? [];
  if (!source || source.name === TYPED_FILE) return false;
  const [file] = rowFiles(roles);
  const stem = roles.areTexts ? stemOf(`${foldersOf(file).at(-2) ?? ''}`) : stemOf(file.name);
  if (stem !== stemOf(source.name)) return false;
  if (stem !== UNTITLED || roles.areTexts) return true;
  if (!source.reading) return false;
  const { schema } = await openRows(file, { like: source.reading });
  return areAlike(source.reading, readingOf(schema));
}

/** Whether files have the same columns, but for a label that one of them may lack. */
function areAlike(one: FileReading, other: FileReading): boolean {
  const namesOf = ({ columns }: FileReading) => {
    const kept = columns.filter(({ name, role }) => name === null || role !== 'label');
    return kept.map(({ name }) => name).join('\n');
  };
  const isNamed = [one, other].some(({ columns }) => columns.some(({ name }) => name !== null));
  return isNamed ? namesOf(one) === namesOf(other) : one.columns.length === other.columns.length;
}
