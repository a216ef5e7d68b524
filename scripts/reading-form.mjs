// Answers the page's question how files are to be read, through its own controls.

/**
 * What the driver's options say; a column is called by its name or its 1-based number.
 * @typedef {{ text?: string[], label?: string | null, split?: string, id?: string, charset?: string }} Choices
 */

const WAIT = { timeout: 60_000 };

/** The place of a column among those on show. */
function placeOf(columns, name) {
  const plain = (text) => text.trim().toLowerCase().replaceAll('_', ' ');
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const alike = columns.findIndex((column) => plain(column) === plain(name));
  if (alike >= 0) return alike;
  const place = /^[1-9]\d*$/.test(name) ? Number(name) - 1 : -1;
  if (place >= 0 && place < columns.length) return place;
  throw new Error(`There is no column “${name}”; the page shows ${columns.join(', ')}.`);
}

/**
 * Chooses on the panel of first rows, and presses its button.
 * @param {import('playwright').Page} page
 * @param {Choices} choices
 */
export async function answerReading(page, { text, label, split, id, charset }) {
  const selects = page.getByTestId('column-role');
  await selects.first().waitFor(WAIT);
  if (charset !== undefined) {
    await page.getByTestId('reading-charset').selectOption(charset);
    await page.locator('[data-testid=reading-charset-by][data-by=choice]').waitFor(WAIT);
  }
  const listColumns = () => selects.evaluateAll((all) => all.map(({ dataset }) => dataset.column));
  let columns = await listColumns();
  const named = [...(text ?? []), label, split, id].filter((name) => /^\D/.test(name ?? ''));
  if (named.length > 0 && columns.every((name, i) => name === String(i + 1))) {
    // Whoever calls columns by names says that the first row has them.
    await page.getByTestId('reading-header').check();
    await page
      .locator('[data-testid=column-role][data-column="1"]')
      .waitFor({ ...WAIT, state: 'detached' });
    columns = await listColumns();
  }
  const give = (name, role) => selects.nth(placeOf(columns, name)).selectOption(role);
  /** Frees the columns that the page itself took for something. */
  const free = async (role) => {
    for (const select of await selects.all())
      if ((await select.inputValue()) === role) await select.selectOption('unused');
  };
  if (text) await free('text');
  if (label === null) await free('label');
  for (const name of text ?? []) await give(name, 'text');
  for (const [role, name] of Object.entries({ label, split, id }))
    if (typeof name === 'string') await give(name, role);
  await page.getByTestId('reading-read').click();
}
