// The survey and the search over a real store with real text workers: of the samples, whose planted blemishes are known.
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CLEAN } from '../../src/clean/config';
import type { Finding, FoundRow, Question, SearchCounts, Survey } from '../../src/core/survey';
import { NO_LABEL, type Dataset, type SampleName, type Split } from '../../src/core/types';
import { readLabels } from '../../src/store/chunk';
import { changeDataset } from '../../src/store/datasets';
import { importing } from '../../src/workers/import';
import { inTurn } from '../../src/workers/turns';
import { nearGroups } from '../../src/workers/row-facts';
import { findPlaces, readConcordance, search } from '../../src/workers/searching';
import { auditCleaning } from '../../src/workers/prepare';
import { findSurvey, readFinding, survey } from '../../src/workers/surveying';
import { freshStore } from '../store/samples';
import type { Store } from '../../src/store/db';

type Answer = { row: number; kind: string };

const quiet = () => undefined;
let store: Store;

beforeEach(async () => {
  store = await freshStore();
});

async function answersOf(sample: SampleName): Promise<Record<Split, Answer[]>> {
  const response = await fetch(`/samples/${sample}/answers.json`);
  return (await response.json()) as Record<Split, Answer[]>;
}

async function bring(sample: SampleName) {
  const dataset = await importing.importSample(sample, quiet);
  const answers = await answersOf(sample);
  const planted = (kind: string) =>
    answers.train.filter((answer) => answer.kind === kind).map(({ row }) => row);
  return { dataset, planted };
}

const allOf = (dataset: Dataset, finding: Finding) =>
  readFinding(dataset.id, DEFAULT_CLEAN, finding, {
    start: 0,
    end: 10_000,
    labelChanges: dataset.labelChanges,
  });
const ofTrain = (rows: FoundRow[]) =>
  new Set(rows.filter(({ split }) => split === 'train').map(({ row }) => row));

describe.each(['english', 'chinese'] as const)('the survey of the %s sample', (sample) => {
  it('finds every planted copy, exact or shortened, and tells the rows of each figure', async () => {
    const { dataset, planted } = await bring(sample);
    const found = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    const longest = [dataset.train!, dataset.test!].map(({ lengths }) => lengths.longest);
    expect(found.lengths.longest).toBe(Math.max(...longest)); // as the lengths beside it say
    const [equal, across, near] = await Promise.all(
      (['equal', 'equalAcross', 'near'] as const).map((kind) => allOf(dataset, { kind })),
    );
    for (const row of planted('duplicate')) expect(ofTrain(equal)).toContain(row);
    for (const row of planted('leak')) expect(ofTrain(across)).toContain(row);
    for (const row of planted('near-duplicate')) expect(ofTrain(near)).toContain(row);
    for (const [kind, rows] of [
      ['equal', equal],
      ['equalAcross', across],
      ['near', near],
    ] as const) {
      const { groups, rows: counted } = found.groups[kind];
      expect(rows).toHaveLength(counted.train + counted.test);
      expect(rows.at(-1)!.group!.number).toBe(groups);
    }
    for (const { group, marks, text } of near) {
      expect(group!.likeness).toBeGreaterThan(0.2);
      const spelled = marks?.filter(({ kind }) => kind !== 'deleted').map((mark) => mark.text);
      expect(spelled?.join('') ?? text).toBe(text);
    }
  });
});

describe('the survey', () => {
  it('counts what every figure opens', async () => {
    const { dataset } = await bring('english');
    const found = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    const length = async (finding: Finding) => (await allOf(dataset, finding)).length;
    expect(await length({ kind: 'missing', field: 0 })).toBe(found.missing[0]);
    expect(found.missing[0]).toBeGreaterThan(20);
    expect(await length({ kind: 'class', label: 2 })).toBe(found.classCounts[2]);
    const conflict = found.groups.conflict.rows;
    expect(await length({ kind: 'conflict' })).toBe(conflict.train + conflict.test);
    expect(found.scripts[0]).toMatchObject({ script: 'latin', rows: 1038 });
    expect(found.languages.asked).toBe(1038);
    expect(found.languages.found[0]).toMatchObject({ code: 'en' });
    expect(found.languages.found[0].rows).toBeGreaterThan(0.97 * 1038);
    const longest = await readFinding(
      dataset.id,
      DEFAULT_CLEAN,
      { kind: 'longest' },
      { start: 0, end: 2, labelChanges: 0 },
    );
    const words = longest.map(({ text }) => text.split(' ').length);
    expect(words[0]).toBeGreaterThan(found.lengths.p95 - 5);
  });

  it('names words that tell the classes, and those that give the label away', async () => {
    const { dataset } = await bring('english');
    const { telling, leaking, wordRows } = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    expect(wordRows).toBe(786);
    expect(telling).toHaveLength(4);
    for (const words of telling) expect(words[0].z).toBeGreaterThan(2);
    expect(telling[1].map(({ word }) => word)).toContain('meridian'); // an agency that was planted in sports
    const bits = leaking.map((leak) => leak.bits);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
    for (const leak of leaking)
      expect(leak.byClass.reduce((sum, count) => sum + count, 0)).toBe(leak.rows);
  });

  it('names Chinese words, not characters, and the agencies that were planted, which a search then finds', async () => {
    const { dataset } = await bring('chinese');
    const { telling, leaking } = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    const words = [...telling.flat(), ...leaking].map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(['教练', '医院', '学生', '老师']));
    for (const name of ['远望社', '江畔社']) {
      const found = leaking.find(({ word }) => word === name);
      const asked = { datasetId: dataset.id, query: name, isWhole: true, isExact: false };
      const { rows, unlabelled } = await search({ ...asked, clean: DEFAULT_CLEAN }, quiet);
      expect(found).toMatchObject({ isAgency: true });
      expect(found!.rows).toBeGreaterThan(10);
      expect(found!.rows).toBe(rows.train - unlabelled);
    }
  });

  it('lists the agencies that occur, of several words too, and none of them twice', async () => {
    const { dataset } = await bring('english');
    const { leaking } = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    const names = leaking.filter(({ isAgency }) => isAgency).map(({ word }) => word);
    expect(names.toSorted()).toEqual(['Meridian Press', 'Northwire', 'Tallis News']);
    for (const part of ['northwire', 'meridian', 'tallis'])
      expect(leaking.map(({ word }) => word)).not.toContain(part);
  });

  it('counts blank fields as missing, and each test row with a copy in train once', async () => {
    const words = Array.from({ length: 12 }, (_, i) => `w${i}`);
    const near = (row: number) => words.map((word, i) => (i === 5 ? `x${row}` : word)).join(' ');
    const lines = (titles: string[], texts: string[]) =>
      ['label,title,text', ...texts.map((text, i) => `${'ab'[i % 2]},${titles[i]},${text}`)].join(
        '\n',
      );
    const train = [
      'one of a kind',
      'another lonely text',
      near(0),
      'a third of its own',
      'the fourth',
    ];
    const test = ['one of a kind', near(1), 'one of a kind', 'nothing like it'];
    const files = [
      new File([lines(['', '   ', 'T', '\u3000', 'T'], train)], 'train.csv'),
      new File([lines(['', 'T', '', 'T'], test)], 'test.csv'),
    ];
    const dataset = await importing.importFiles(files, null, {}, quiet);
    const found = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    expect(found.missing).toEqual([3 + 2, 0]);
    const audit = await auditCleaning(dataset.id, DEFAULT_CLEAN, quiet);
    const rule = audit.rules.find((each) => each.rule === 'missing');
    expect(rule).toMatchObject({ train: 3, test: 2 });
    expect(found.copies).toBe(3);
    const rows = await allOf(dataset, { kind: 'copies' });
    expect(rows.map(({ split, row }) => [split, row])).toEqual([
      ['test', 0],
      ['test', 1],
      ['test', 2],
    ]);
  });

  it('is kept, and made anew where labels were changed', async () => {
    const { dataset } = await bring('english');
    expect(await findSurvey(dataset.id, DEFAULT_CLEAN)).toBeNull();
    const first = await survey(dataset.id, DEFAULT_CLEAN, quiet);
    expect(await findSurvey(dataset.id, DEFAULT_CLEAN)).toEqual(first);
    const part = dataset.train!;
    const labels = await readLabels(store, part.id);
    labels.fill(NO_LABEL, 0, 100);
    await changeDataset(store, dataset.id, (old) => ({ ...old, labelChanges: 1 }), {
      [part.id]: labels,
    });
    expect(await findSurvey(dataset.id, DEFAULT_CLEAN)).toBeNull();
    const phases = new Set<string>();
    const second: Survey = await survey(dataset.id, DEFAULT_CLEAN, ({ phase }) =>
      phases.add(phase),
    );
    expect([...phases]).toEqual(['counting']); // what labels do not change was kept
    expect(second.unlabelled).toBe(100);
    expect(second.wordRows).toBe(686);
    expect(second.groups.near).toEqual(first.groups.near);
  });

  it('gives groups over both parts for the division of train', async () => {
    const { dataset, planted } = await bring('english');
    const { train, test } = await inTurn(() => nearGroups(dataset, DEFAULT_CLEAN, quiet));
    expect([train.length, test.length]).toEqual([786, 252]);
    for (const row of planted('leak')) expect(test).toContain(train[row]);
  });
});

describe('a search', () => {
  const question = (dataset: Dataset, changes: Partial<Question>): Question => ({
    datasetId: dataset.id,
    query: 'team',
    isWhole: true,
    isExact: false,
    clean: null,
    ...changes,
  });

  it('finds the rows that hold a word, by class and part, and shows it in context', async () => {
    const { dataset } = await bring('english');
    const reports: SearchCounts[] = [];
    const asked = question(dataset, {});
    const counts = await search(asked, (each) => reports.push(each));
    const views = await Promise.all(
      (['train', 'test'] as const).map((split) => importing.readRows(dataset.id, split, 0, 1000)),
    );
    const holds = ({ fields }: { fields: string[] }) =>
      fields.some((field) => /\bteam\b/i.test(field));
    const expected = views.map((rows) => rows.filter(holds).map(({ row }) => row));
    const { train, test } = await findPlaces(asked);
    expect([[...train], [...test]]).toEqual(expected);
    expect(counts).toMatchObject({
      seen: 1038,
      isDone: true,
      rows: { train: train.length, test: test.length },
    });
    expect(counts.byClass.reduce((sum, count) => sum + count, 0)).toBe(train.length + test.length);
    const [first] = await readConcordance(asked, 0, 1);
    expect(first).toMatchObject({ split: 'train', row: train[0] });
    expect(first.match.toLowerCase()).toBe('team');
    expect(first.hits).toBeGreaterThan(0);
  });

  it('finds a phrase that reaches from the title into the text, as it is shown', async () => {
    const rows = 'label,title,text\na,Rain in the,hills tonight\nb,,Rain in the hills\n';
    const files = [new File([rows], 'train.csv')];
    const dataset = await importing.importFiles(files, null, {}, quiet);
    const asked = question(dataset, { query: 'the hills' });
    expect(await search(asked, quiet)).toMatchObject({ rows: { train: 2 }, hits: 2 });
    const found = await readConcordance(asked, 0, 2);
    expect(found.map(({ before, match, after }) => before + match + after)).toEqual([
      'Rain in the hills tonight',
      'Rain in the hills',
    ]);
  });

  it('looks into the cleaned texts where that is asked', async () => {
    const { dataset } = await bring('english');
    const raw = await search(question(dataset, { query: '#39;', isWhole: false }), quiet);
    const asked = question(dataset, { query: '#39;', isWhole: false, clean: DEFAULT_CLEAN });
    expect(raw.hits).toBeGreaterThan(100);
    expect((await search(asked, quiet)).hits).toBe(0);
  });

  it('finds Chinese words', async () => {
    const { dataset } = await bring('chinese');
    const counts = await search(question(dataset, { query: '比赛' }), quiet);
    expect(counts.rows.train).toBeGreaterThan(0);
    const [row] = await readConcordance(question(dataset, { query: '比赛' }), 0, 1);
    expect(row.match).toBe('比赛');
  });

  it('gives way to the next one', async () => {
    const { dataset } = await bring('english');
    const [given, next] = await Promise.all([
      search(question(dataset, { query: 'a' }), quiet),
      search(question(dataset, { query: 'oil' }), quiet),
    ]);
    expect(next.isDone).toBe(true);
    expect(given.seen === 1038 || !given.isDone).toBe(true);
    const again = await search(question(dataset, { query: 'a' }), quiet);
    expect(again.isDone).toBe(true);
  });
});
