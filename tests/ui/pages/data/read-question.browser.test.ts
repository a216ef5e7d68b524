// The question how files are to be read, on real files through the real data worker.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../../src/state/app.svelte';
import Data from '../../../../src/ui/pages/Data.svelte';
import { closeStore } from '../../../../src/store/db';
import { freshStore } from '../../../store/samples';
import { renderInApp } from '../../in-app';

const TEXT = 'topic,sentiment,source,text\nx,1,b,Oil\ny,2,b,Cup\nx,2,b,Bank\ny,1,b,Race\n';
const file = (text = TEXT) => new File([text], 'news.csv');

let app: App;
let screen: Awaited<ReturnType<typeof renderInApp>>['screen'];

beforeEach(async () => {
  await freshStore();
  await closeStore();
  ({ app, screen } = await renderInApp(Data, {}));
  await app.datasets.load();
});
afterEach(() => app.datasets.cancel());

const roleOf = (column: string) => screen.getByLabelText(`What “${column}” is for`);

describe('files that leave a doubt', () => {
  it('are asked about before they are read, and read as somebody says', async () => {
    await app.datasets.importFiles([file()]);
    await expect.element(screen.getByTestId('reading-reason')).toHaveTextContent('More than one');
    await expect.element(roleOf('topic')).toHaveValue('label');
    await roleOf('sentiment').selectOptions('label');
    await expect.element(roleOf('topic')).toHaveValue('unused');
    await screen.getByTestId('reading-read').click();
    await expect
      .poll(() => app.datasets.current?.classes.map(({ key }) => key))
      .toEqual(['1', '2']);
    expect(app.datasets.current?.fields).toEqual(['text']);
  });

  it('are read again in the place of the dataset, which stays when that fails', async () => {
    await app.datasets.importFiles([file()], { label: 'topic' });
    const before = app.datasets.currentId ?? '';
    await screen.getByText('How the files are read').click();
    await screen.getByTestId('read-again').click();
    await roleOf('source').selectOptions('label'); // which is the same in every row
    await screen.getByTestId('reading-read').click();
    await expect.element(screen.getByTestId('reading-reason')).toHaveTextContent('only one class');
    expect(app.datasets.list.map(({ id }) => id)).toEqual([before]);
    await roleOf('topic').selectOptions('label');
    await roleOf('sentiment').selectOptions('text');
    await screen.getByTestId('reading-read').click();
    await expect.poll(() => app.datasets.current?.fields).toEqual(['sentiment', 'text']);
    expect(app.datasets.list).toHaveLength(1);
    expect(app.datasets.currentId).not.toBe(before);
  });

  it('can be read without labels, and need a text', async () => {
    app.datasets.asksFirst = true;
    await app.datasets.importFiles([
      file('a\tOne text here\nb\tTwo texts here\na\tThree of them\n'),
    ]);
    await roleOf('Column 1').selectOptions('unused');
    await expect
      .element(screen.getByText('No column is the label', { exact: false }))
      .toBeVisible();
    await roleOf('Column 2').selectOptions('unused');
    await expect.element(screen.getByTestId('reading-read')).toBeDisabled();
    await roleOf('Column 2').selectOptions('text');
    await screen.getByTestId('reading-read').click();
    await expect.poll(() => app.datasets.current?.train?.unlabelled).toBe(3);
    await expect.element(screen.getByTestId('finding')).toHaveTextContent('3 texts without labels');
  });
});

describe('files of one dataset', () => {
  const train = 'id,place,text,target\n1,x,One here,0\n2,y,Two here,1\n3,x,Three here,0\n';
  const test = 'id,place,text\n4,x,Four here\n5,y,Five here\n6,x,Six here\n';
  const files = () => [
    new File([train], 'train.csv'),
    new File([test], 'test.csv'),
    new File(['id,target\n4,0\n5,0\n'], 'sample_submission.csv'),
  ];

  it('are read by the columns of the first, and those without texts are listed', async () => {
    await app.datasets.importFiles(files());
    expect(app.faults.shown).toBeNull();
    await expect.poll(() => app.datasets.current?.test?.unlabelled).toBe(3);
    expect(app.datasets.current?.classes.map(({ key }) => key)).toEqual(['0', '1']);
    await screen.getByTestId('left-out').getByText('1 file left out').click();
    await expect.element(screen.getByText('sample_submission.csv')).toBeVisible();
  });

  it('take a label that only one of them has, and can be left out', async () => {
    app.datasets.asksFirst = true;
    await app.datasets.importFiles(files());
    await roleOf('place').selectOptions('label');
    await roleOf('target').selectOptions('label');
    await screen.getByLabelText('Read test.csv').click();
    await expect.element(screen.getByLabelText('Read test.csv')).not.toBeChecked();
    await expect.element(roleOf('target')).toHaveValue('label');
    await screen.getByTestId('reading-read').click();
    await expect.poll(() => app.datasets.current?.train?.rowCount).toBe(3);
    expect(app.datasets.current?.test).toBeNull();
    expect(app.datasets.current?.leftOut?.first).toEqual(['test.csv', 'sample_submission.csv']);
  });
});

describe('a table of thousands of columns', () => {
  it('shows some of them, and others when they are looked for', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => (i === 2500 ? 'text' : `word ${i}`));
    const row = (n: number) => names.map((_, i) => (i === 2500 ? `Text ${n}` : `${(i * n) % 3}`));
    const lines = [names, ...[1, 2, 3, 4].map(row)].map((cells) => cells.join(','));
    app.datasets.asksFirst = true;
    await app.datasets.importFiles([file(lines.join('\n'))]);
    await expect.element(roleOf('text')).toHaveValue('text');
    expect(screen.getByTestId('column-role').elements()).toHaveLength(40);
    await screen.getByTestId('find-column').fill('word 1999');
    await screen.getByRole('button', { name: 'Show “word 1999”' }).click();
    await roleOf('word 1999').selectOptions('label');
    await screen.getByTestId('reading-read').click();
    await expect.poll(() => app.datasets.current?.classes.length).toBeGreaterThan(1);
    expect(app.datasets.current?.fields).toEqual(['text']);
  });
});

describe('a test file while a dataset is open', () => {
  it('completes it only when somebody says so', async () => {
    const test = () => new File(['topic,text\nx,Win\ny,See\n'], 'spam_test.csv');
    await app.datasets.importFiles([new File(['topic,text\nx,Oil\ny,Cup\n'], 'rev.csv')]);
    const before = app.datasets.currentId;
    await app.datasets.importFiles([test()]);
    await expect.element(screen.getByTestId('reading-reason')).toHaveTextContent('“rev”');
    await screen.getByRole('button', { name: 'A new dataset' }).click();
    await expect.poll(() => app.datasets.current?.test?.rowCount).toBe(2);
    expect(app.datasets.current?.train).toBeNull();
    expect(app.datasets.list).toHaveLength(2);
    app.datasets.open(before);
    await app.datasets.importFiles([test()]);
    await screen.getByRole('button', { name: 'Complete “rev”' }).click();
    await expect.poll(() => app.datasets.current?.test?.rowCount).toBe(2);
    expect(app.datasets.currentId).toBe(before);
  });
});

describe('more than a thousand labels', () => {
  it('are classes only when somebody says so', async () => {
    const rows = Array.from({ length: 2200 }, (_, i) => `class ${i % 1100},text ${i}\n`);
    await app.datasets.importFiles([file(`label,text\n${rows.join('')}`)]);
    expect(app.faults.shown).toBeNull();
    await screen.getByTestId('reading-many').click();
    await expect.poll(() => app.datasets.current?.classes.length).toBe(1100);
  });
});
