// Which column holds the label and which hold text, guessed from their names and from the first rows.

/** What each column is for; columns in neither place are left out. */
export interface Mapping {
  labelAt: number;
  textAt: number[]; // at least one
}

const LABEL_NAMES = new Set(
  'label,labels,class,class index,classindex,category,target,topic,sentiment,标签,类别,分类'.split(
    ',',
  ),
);
const MAYBE_LABEL_NAMES = new Set(
  'y,intent,genre,polarity,label text,coarse label,stars,rating,score,tag'.split(','),
);
const TEXT_NAMES = new Set(
  'text,content,body,sentence,title,headline,description,short description,review text,utterance,question,review,comment,document,abstract,summary,message,tweet,news,文本,内容,标题,正文,摘要'.split(
    ',',
  ),
);
const OTHER_NAMES = new Set('id,index,idx,uid,guid,url,link,date,split,set,unnamed: 0'.split(','));
const MOST_NAME = 40; // characters of a column's name
const MOST_LABEL = 60; // characters of a label
const NUMBER = /^[-+]?\d+([.,]\d+)?$/;

/** How a column's name is compared. */
export function normal(name: string): string {
  return name.trim().toLowerCase().replaceAll('_', ' ');
}

/** Whether a row names columns rather than fills them. */
export function areNames([first, ...rest]: readonly string[][]): boolean {
  const names = first.map(normal);
  if (!names.every((name) => name.length <= MOST_NAME)) return false;
  if (names.some((name) => LABEL_NAMES.has(name))) return true;
  if (!names.some((name) => TEXT_NAMES.has(name))) return false;
  const isWord = (name: string) => /^\p{L}[\p{L}\p{N} .-]*$/u.test(name);
  const isRepeated = names.some((name, i) => rest.some((cells) => normal(cells[i] ?? '') === name));
  return names.every(isWord) && !isRepeated;
}

/** Guesses what the columns are for; rows have as many cells as there are columns. */
export function guessMapping(
  rows: readonly string[][],
  names: readonly string[] | null,
  count: number,
): Mapping {
  const columns = Array.from({ length: count }, (_, i) => rows.map((cells) => cells[i]));
  const labelAt = labelColumn(columns, names);
  const others = columns.map((_, i) => i).filter((i) => i !== labelAt);
  const named = others.filter((i) => names && TEXT_NAMES.has(names[i]));
  if (named.length > 0) return { labelAt, textAt: named };
  const texts = others.filter(
    (i) => !(names && OTHER_NAMES.has(names[i])) && !isNumeric(columns[i]),
  );
  return { labelAt, textAt: texts.length > 0 ? texts : others };
}

/** The label's column: by its name, or the one with the fewest different short values, or else the first. */
function labelColumn(columns: readonly string[][], names: readonly string[] | null): number {
  for (const set of [LABEL_NAMES, MAYBE_LABEL_NAMES]) {
    const at = names?.findIndex((name) => set.has(name)) ?? -1;
    if (at >= 0) return at;
  }
  const isOpen = (i: number) => !names || !(TEXT_NAMES.has(names[i]) || OTHER_NAMES.has(names[i]));
  let best = -1;
  let fewest = Infinity;
  columns.forEach((cells, i) => {
    const different = new Set(cells).size;
    if (!isOpen(i) || !couldBeLabels(cells, different) || different >= fewest) return;
    best = i;
    fewest = different;
  });
  if (best >= 0) return best;
  return Math.max(
    0,
    columns.findIndex((_, i) => isOpen(i)),
  );
}

function couldBeLabels(cells: readonly string[], different: number): boolean {
  if (different < 2 || different > cells.length / 2) return false;
  return cells.every((cell) => cell.length <= MOST_LABEL);
}

function isNumeric(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell.trim()));
}
