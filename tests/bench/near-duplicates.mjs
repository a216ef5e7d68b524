// The survey of all of AG News in a real browser, and how many of the near-duplicates it finds. Checked for a sample of rows
// against all rows: exact Jaccard of word pairs, counted here from the texts through an inverted index of plain strings.
import { join } from 'node:path';
import { inBundledPage } from './support/bundled-page.mjs';

const SAMPLED = 5000; // rows that are compared with all others
const PAGE = 8192;
const LEAST = 0.5;

/** The different word pairs of a text; found by a regular expression, unlike the page does it. */
function pairsOf(text) {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}\p{M}]+(?:(?:'|(?<=\p{Nd})[.,](?=\p{Nd}))[\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  if (words.length === 1) return new Set(words);
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

/** For each sampled row the rows that are alike, with their likeness. */
function findAlike(texts, sampled) {
  const sizes = new Uint32Array(texts.length);
  const holders = new Map(); // rows by pair
  texts.forEach((text, row) => {
    const pairs = pairsOf(text);
    sizes[row] = pairs.size;
    for (const pair of pairs) {
      const rows = holders.get(pair);
      if (rows) rows.push(row);
      else holders.set(pair, [row]);
    }
  });
  const shared = new Uint32Array(texts.length);
  return sampled.map((row) => {
    shared.fill(0);
    for (const pair of pairsOf(texts[row])) for (const other of holders.get(pair)) shared[other]++;
    const alike = [];
    shared.forEach((count, other) => {
      const likeness = count / (sizes[row] + sizes[other] - count);
      if (other !== row && likeness >= LEAST) alike.push({ other, likeness });
    });
    return alike;
  });
}

async function readAll(page, finding, count) {
  const rows = [];
  for (let start = 0; start < count; start += PAGE) {
    const range = [finding, start, start + PAGE];
    rows.push(...(await page.evaluate((asked) => window.readRows(...asked), range)));
  }
  return rows;
}

/** Recall and precision from the truth about the sampled rows. */
function judge(texts, groupOf, sampled, alike) {
  const isTogether = (a, b) =>
    texts[a] === texts[b] || (groupOf[a] !== undefined && groupOf[a] === groupOf[b]);
  const counts = {
    pairs: 0,
    found: 0,
    close: 0,
    closeFound: 0,
    grouped: 0,
    real: 0,
    within: 0,
    below: 0,
  };
  sampled.forEach((row, i) => {
    for (const { other, likeness } of alike[i]) {
      const isFound = Number(isTogether(row, other));
      counts.pairs++;
      counts.found += isFound;
      if (likeness >= LEAST + 0.1) continue;
      counts.close++;
      counts.closeFound += isFound;
    }
    if (groupOf[row] === undefined) return;
    counts.grouped++;
    counts.real += Number(alike[i].length > 0);
    const others = groupOf.reduce((sum, group) => sum + Number(group === groupOf[row]), -1);
    counts.within += others;
    counts.below += others - alike[i].filter(({ other }) => isTogether(row, other)).length;
  });
  return counts;
}

async function measure(page, files) {
  await page.setInputFiles('input', files);
  const { seconds, phases, survey } = await page.evaluate(() => window.measureSurvey());
  const { train, test } = survey.rows;
  const near = survey.groups.near;
  const all = await readAll(page, { kind: 'shortest' }, train + test);
  const grouped = await readAll(page, { kind: 'near' }, near.rows.train + near.rows.test);
  const placeOf = ({ split, row }) => (split === 'train' ? row : train + row);
  const texts = [];
  for (const row of all) texts[placeOf(row)] = row.text;
  const groupOf = Array.from({ length: texts.length });
  for (const row of grouped) groupOf[placeOf(row)] = row.group;
  const searched = await page.evaluate(() => window.measureSearch('reuters'));
  return { seconds, phases, survey, texts, groupOf, searched };
}

function describe({ seconds, phases, survey, texts, groupOf, searched }) {
  const step = Math.max(1, Math.floor(texts.length / SAMPLED));
  const sampled = texts.map((_, row) => row).filter((row) => row % step === 0);
  const truth = judge(texts, groupOf, sampled, findAlike(texts, sampled));
  const { near, nearAcross, nearConflict } = survey.groups;
  const count = (what, value) => ({ what, value: String(value) });
  return [
    {
      what: `survey of ${texts.length} rows, cleaning and all`,
      value: seconds,
      unit: 's',
      bar: '<= 10',
    },
    ...Object.entries(phases).map(([phase, end]) => ({
      what: `… end of ${phase}`,
      value: end,
      unit: 's',
    })),
    {
      what: `recall at likeness >= ${LEAST}, ${truth.pairs} true pairs`,
      value: truth.found / truth.pairs,
      bar: '>= 0.95',
    },
    {
      what: `recall at likeness 0.5 to 0.6, ${truth.close} true pairs`,
      value: truth.closeFound / truth.close,
      bar: '>= 0.95',
    },
    { what: 'precision: rows in groups that have such a pair', value: truth.real / truth.grouped },
    {
      what: 'pairs within groups below the likeness, by way of others',
      value: truth.below / truth.within,
    },
    count('groups', near.groups),
    count('rows in groups', near.rows.train + near.rows.test),
    count(
      'groups over both parts; test rows in them',
      `${nearAcross.groups}; ${nearAcross.rows.test}`,
    ),
    count('groups with different labels', nearConflict.groups),
    { what: 'search for a word in all rows', value: searched.all, unit: 's' },
  ];
}

/** Measures and gives the figures as rows. */
export async function run() {
  const source = process.env.AG_NEWS_DIR;
  if (!source) return { skipped: 'AG_NEWS_DIR names no folder with the real files' };
  const files = ['train.csv', 'test.csv', 'classes.txt'].map((name) => join(source, name));
  const found = await inBundledPage('near-duplicates', 'window.measureSurvey', (page) =>
    measure(page, files),
  );
  if (process.env.DETAILS)
    console.log(JSON.stringify({ ...found.survey, searched: found.searched }, null, 1));
  return describe(found);
}

if (import.meta.filename === process.argv[1]) console.log(await run());
