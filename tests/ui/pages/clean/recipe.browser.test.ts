// Own rules, undo and the recipe as a text, on the Clean place over a real store and real workers.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Clean from '../../../../src/ui/pages/Clean.svelte';
import { writeRecipe } from '../../../../src/state/recipe';
import { freshStore } from '../../../store/samples';
import { renderInApp } from '../../in-app';

const ROWS = Array.from(
  { length: 40 },
  (_, i) => `${(i % 2) + 1},Title ${i},"Colour number ${i} @ann 😀"\n`,
).join('');

async function show(code: 'en' | 'zh' = 'en', rows = ROWS) {
  (await freshStore()).close(); // other files of tests leave theirs behind
  const { app, screen } = await renderInApp(Clean, {}, code);
  await app.datasets.importFiles([new File([rows], 'train.csv')]);
  await expect.element(screen.getByTestId('own-add')).toBeVisible();
  return { app, screen, clean: () => app.settings.snapshot().clean };
}

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('own rules', () => {
  it('are written with a preview on real rows, kept, counted, moved, switched and removed', async () => {
    const { screen, clean } = await show();
    await screen.getByTestId('own-add').click();
    await screen.getByTestId('own-find').fill('colour (\\w+)');
    await screen.getByTestId('own-replace').fill('color of $1');
    await screen.getByTestId('own-isPattern').click();
    await expect
      .element(screen.getByTestId('own-preview'))
      .toHaveTextContent('Changes 40 of the first 40 rows.');
    await screen.getByTestId('own-save').click();
    await expect.element(screen.getByTestId('own-count')).toHaveTextContent('40 train');

    await screen.getByTestId('own-add').click();
    await screen.getByTestId('own-find').fill('title');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => clean().own.map(({ find }) => find))
      .toEqual(['colour (\\w+)', 'title']);
    await screen.getByRole('button', { name: 'Move own rule 2 up' }).click();
    expect(clean().own.map(({ find }) => find)).toEqual(['title', 'colour (\\w+)']);
    await expect
      .poll(() => document.activeElement?.closest('[data-own]')?.getAttribute('data-own'))
      .toBe('0');
    await screen.getByTestId('own-switch').first().click();
    expect(clean().own.map(({ isOn }) => isOn)).toEqual([false, true]);
    await expect.element(screen.getByTestId('own-count').first()).toHaveTextContent('not tried');
    await screen.getByRole('button', { name: 'Remove own rule 1' }).click();
    expect(clean().own).toHaveLength(1);
  });

  it('with a malformed pattern are refused with the reason', async () => {
    const { screen, clean } = await show();
    await screen.getByTestId('own-add').click();
    await screen.getByTestId('own-find').fill('(a');
    await screen.getByTestId('own-isPattern').click();
    const refusal = screen.getByTestId('own-refusal');
    await expect.element(refusal).toHaveTextContent('no regular expression: Unterminated group.');
    await screen.getByTestId('own-save').click();
    expect(clean().own).toEqual([]);
    await screen.getByTestId('own-find').fill('(a)');
    await screen.getByTestId('own-replace').fill('$2');
    await expect.element(refusal).toHaveTextContent('group 2, but the pattern has 1 group');
  });
});

it('a rule that was stopped says so beside itself, the counts that they are old, and nothing stays once it is off', async () => {
  const hostile = `1,Long,"${'a'.repeat(40)}b"\n`;
  const { app, screen, clean } = await show('en', ROWS + hostile);
  const rule = (find: string, isPattern: boolean) => ({
    find,
    replace: '',
    isPattern,
    matchCase: false,
    wholeWords: false,
    isOn: true,
  });
  const own = [rule('colour', false), rule('(a+)+$', true)];
  app.settings.changeClean({ ...clean(), own: own.slice(0, 1) });
  const counts = screen.getByTestId('own-count');
  await expect.element(counts).toHaveTextContent('40 train');
  app.settings.changeClean({ ...clean(), own });
  const status = screen.getByTestId('clean-status');
  await expect.element(status).toHaveTextContent('Counting again'); // from the start, however long nothing comes
  const fault = screen.getByTestId('own-fault');
  await expect.element(fault, { timeout: 30_000 }).toHaveTextContent('“(a+)+$”');
  const article = fault.element().closest('article');
  expect(article?.getAttribute('data-own')).toBe('1');
  expect(article?.querySelector('[data-testid="own-count"]')?.textContent).toBe('');
  expect(app.faults.shown).toBeNull();
  await expect.element(status).toHaveTextContent('The counts are out of date');
  await expect.element(screen.getByTestId('clean-stopped')).toBeVisible();
  await screen.getByTestId('own-switch').nth(1).click();
  await expect.element(status).toHaveTextContent('The counts are up to date.');
  expect(fault.query()).toBeNull();
  expect(screen.getByTestId('clean-stopped').query()).toBeNull();
}, 60_000);

describe('undo', () => {
  it('goes back over every change, by button and by key, and the counts follow', async () => {
    const { app, screen, clean } = await show();
    const undo = screen.getByTestId('undo-clean');
    await expect.element(undo).toBeDisabled();
    const first = clean();
    await screen.getByTestId('option-clean-emoji').click();
    await expect.element(undo).toBeEnabled();
    await screen.getByTestId('option-clean-mentions').click();
    await expect.poll(() => app.recipe.past.length).toBe(2);
    const last = clean();
    await undo.click();
    await expect
      .element(screen.getByTestId('step-done'))
      .toHaveTextContent('Undone: “User names” switched on.');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(clean()).toEqual(first);
    await expect.element(undo).toBeDisabled();
    await expect.element(screen.getByTestId('count-emoji')).toHaveTextContent('would be 40 train');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await screen.getByTestId('redo-clean').click();
    expect(clean()).toEqual(last);
    await expect.element(screen.getByTestId('count-emoji')).toHaveTextContent('40 train');
  });

  it('leaves the keys of text fields alone, and forgets what was undone after another change', async () => {
    const { app, screen, clean } = await show();
    await screen.getByTestId('option-clean-emoji').click();
    await expect.poll(() => app.recipe.past.length).toBe(1);
    await screen.getByTestId('own-add').click();
    await screen.getByTestId('own-find').fill('x');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(clean().rules.emoji).toBe(true);
    await screen.getByTestId('own-cancel').click();
    await screen.getByTestId('undo-clean').click();
    await screen.getByTestId('option-clean-mentions').click();
    await expect.element(screen.getByTestId('redo-clean')).toBeDisabled();
  });
});

describe('the recipe as a text', () => {
  it('is taken over where it is whole, and can be undone', async () => {
    const { screen, clean } = await show();
    const first = clean();
    const other = structuredClone(first);
    other.rules.emoji = true;
    other.own = [
      { find: 'a', replace: 'b', isPattern: false, matchCase: true, wholeWords: true, isOn: true },
    ];
    await screen.getByText('Take over another recipe').click();
    await screen.getByTestId('recipe-text').fill(writeRecipe(other));
    await screen.getByTestId('recipe-take').click();
    expect(clean()).toEqual(other);
    await expect.element(screen.getByTestId('recipe-said')).toHaveTextContent('taken over');
    await expect.element(screen.getByTestId('undo-clean')).toBeEnabled();
    await screen.getByTestId('undo-clean').click();
    expect(clean()).toEqual(first);
  });

  it('is refused with place and finding, in both languages', async () => {
    const { app, screen, clean } = await show('zh');
    const first = clean();
    const bad =
      '{"broadsheet":"cleaning recipe","version":1,"rules":{"smell":true},"own":[{"find":"(","isPattern":true}]}';
    const file = new File([bad], 'bad.json');
    await screen.getByTestId('recipe-file').upload(file);
    const said = screen.getByTestId('recipe-said');
    await expect.element(said).toHaveTextContent('rules.smell: 没有这样的规则或设置。');
    await expect
      .element(said)
      .toHaveTextContent('own[0].find: 这不是正确的正则表达式：括号没有闭合。');
    await app.language.choose('en');
    await expect.element(said).toHaveTextContent('2 parts cannot be used');
    expect(clean()).toEqual(first);
  });
});

it('rows that lack a field are counted before and after in each of the ways', async () => {
  const rows = '1,,Only a text here\n2,Title,Text\n1,Another,Text\n2,Last,One\n';
  const { screen } = await show('en', rows);
  const entry = screen.getByTestId('rule-missing');
  await expect.element(entry).toHaveTextContent('would be 1 train');
  await screen.getByTestId('option-clean-missing').click();
  await expect.element(entry).toHaveTextContent('1 left out of train');
  await screen.getByTestId('option-clean-missing.how').selectOptions('fill');
  await expect.element(entry).toHaveTextContent('1 train');
  await expect.element(entry.getByTestId('marks')).toHaveTextContent('missing Only a text here');
});
