// Settings through the page's own forms: which there are, and how to fill one in.
import { goTo } from './drive.mjs';

const PLACES = ['clean', 'train'];
const ANY = '[data-testid^="option-"]';

/** Opens every fold around a field, as a reader would. */
function unfold(field) {
  return field.evaluate((node) => {
    for (let fold = node.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true;
  });
}

/** Names of all settings of a place, as `group.key`; its own group is the last to be drawn. */
async function namesAt(page, place) {
  await goTo(page, place);
  const own = page.locator(`[data-testid^="option-${place}-"]`).first();
  await own.waitFor({ state: 'attached' });
  const ids = await page.locator(ANY).evaluateAll((nodes) => nodes.map((n) => n.dataset.testid));
  return ids.map((id) => id.replace(/^option-([^-]+)-/, '$1.'));
}

/** Goes to the place that has a setting; throws a list of all settings if none has it. */
async function goToSetting(page, name) {
  const place = name.startsWith('clean.') ? 'clean' : 'train';
  if ((await namesAt(page, place)).includes(name)) return;
  const all = [];
  for (const each of PLACES) all.push(...(await namesAt(page, each)));
  throw new Error(
    `There is no setting “${name}”. There are: ${[...new Set(all)].sort().join(', ')}.`,
  );
}

/** Each kind of field: puts a value in and gives null, or gives what it takes instead. */
const FILL = {
  async select(field, value) {
    const choices = await field.locator('option').evaluateAll((nodes) => nodes.map((n) => n.value));
    if (!choices.includes(value)) return `one of ${choices.join(', ')}`;
    await field.selectOption(value);
    return null;
  },
  async checkbox(field, value) {
    if (value !== 'true' && value !== 'false') return 'true or false';
    await field.setChecked(value === 'true');
    return null;
  },
  async number(field, value) {
    const limits = await field.evaluate((node) => {
      const [, id] = node.getAttribute('aria-describedby').split(' ');
      return document.getElementById(id).textContent; // as the page itself says them
    });
    if (!/\d/.test(value) || Number.isNaN(Number(value))) return limits;
    await field.fill(value);
    return (await field.getAttribute('aria-invalid')) === 'true' ? limits : null;
  },
};

/**
 * Sets `group.key` to a value in the page's form; throws one sentence if there is no such setting or value.
 * @param {import('playwright').Page} page
 * @param {string} name
 * @param {string} value
 */
export async function setOption(page, name, value) {
  await goToSetting(page, name);
  const field = page.getByTestId(`option-${name.replace('.', '-')}`);
  await unfold(field);
  const kind = await field.evaluate((node) => (node.tagName === 'SELECT' ? 'select' : node.type));
  const expected = await FILL[kind](field, value);
  if (expected !== null) throw new Error(`${name} must be ${expected}; it is “${value}”.`);
}

/**
 * Chooses where numbers are computed.
 * @param {import('playwright').Page} page
 * @param {'auto' | 'webgpu' | 'wasm'} tier
 */
export async function chooseTier(page, tier) {
  await goTo(page, 'train');
  const field = page.getByTestId('tier');
  await unfold(field);
  await field.selectOption(tier);
}

/** The names of the models of the articles, which have buttons instead. */
function twinNames(page) {
  const buttons = page.locator('[data-testid^="twin-"]');
  return buttons.evaluateAll((all) => all.map((node) => node.dataset.testid.slice('twin-'.length)));
}

/**
 * Takes one of the page's presets, or one of the articles' models.
 * @param {import('playwright').Page} page
 * @param {string} name
 */
export async function choosePreset(page, name) {
  await goTo(page, 'train');
  const field = page.getByTestId('preset');
  await field.waitFor();
  const names = await field.locator('option').evaluateAll((all) => all.map(({ value }) => value));
  const presets = names.filter((value) => value !== 'own');
  const twins = await twinNames(page);
  if (twins.includes(name)) {
    const button = page.getByTestId(`twin-${name}`);
    await unfold(button);
    await button.click();
  } else if (presets.includes(name)) await field.selectOption(name);
  else
    throw new Error(
      `There is no preset “${name}”: the page has ${[...new Set([...presets, ...twins])].join(', ')}.`,
    );
}

/**
 * Has the next run tell one class, by its key or name, from the rest.
 * @param {import('playwright').Page} page
 * @param {string} asked
 */
export async function chooseTarget(page, asked) {
  await namesAt(page, 'train'); // the form is drawn
  const kind = page.getByTestId('target');
  if ((await kind.count()) === 0)
    throw new Error(`With two classes there is no “${asked}” to be told from the rest.`);
  await unfold(kind);
  await kind.selectOption('one');
  const field = page.getByTestId('target-first');
  const classes = await field
    .locator('option')
    .evaluateAll((all) => all.map(({ value, label }) => ({ key: value, name: label })));
  const found =
    classes.find(({ key }) => key === asked) ?? classes.find(({ name }) => name === asked);
  if (!found)
    throw new Error(
      `There is no class “${asked}”: there are ${classes.map(({ name }) => name).join(', ')}.`,
    );
  await field.selectOption(found.key);
}
