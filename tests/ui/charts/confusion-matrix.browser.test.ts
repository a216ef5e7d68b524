import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { evaluate } from '../../../src/i18n/en/evaluate';
import ConfusionMatrix from '../../../src/ui/charts/ConfusionMatrix.svelte';
import { BLURRED } from '../a-run';

async function show(classes: string[], confusion: number[][]) {
  const opened: [number, number][] = [];
  const screen = await render(ConfusionMatrix, {
    classes,
    confusion,
    open: { given: 2, answered: 3 },
    words: evaluate.confusion,
    number: String,
    onopen: (given: number, answered: number) => opened.push([given, answered]),
  });
  return { screen, opened };
}

describe('the confusion matrix', () => {
  it('is a table whose cells say in words what they count', async () => {
    const { screen } = await show(['World', 'Sports', 'Business', 'Sci/Tech'], BLURRED);
    const table = screen.getByRole('table', { name: 'What is taken for what' });
    await expect.element(table).toBeVisible();
    expect(screen.getByRole('columnheader').elements()).toHaveLength(4);
    expect(screen.getByRole('rowheader').elements()).toHaveLength(4);
    const cell = screen.getByRole('button', { name: 'given Business, answered Sci/Tech: 10 rows' });
    await expect.element(cell).toHaveTextContent('10');
    await expect.element(cell).toHaveAttribute('aria-expanded', 'true');
  });

  it('opens the rows behind a cell', async () => {
    const { screen, opened } = await show(['World', 'Sports', 'Business', 'Sci/Tech'], BLURRED);
    await screen.getByTestId('cell-3-1').click();
    expect(opened).toEqual([[3, 1]]);
  });

  it('is one stop of the tab key; arrow keys, Home and End move within it', async () => {
    const { screen, opened } = await show(['World', 'Sports', 'Business', 'Sci/Tech'], BLURRED);
    const stops = screen
      .getByRole('button')
      .elements()
      .filter((cell) => cell.tabIndex === 0);
    expect(stops).toHaveLength(1);
    stops[0].focus();
    const keys = async (text: string) => {
      await userEvent.keyboard(text);
      return (document.activeElement as HTMLElement).dataset.testid;
    };
    expect(await keys('{ArrowRight}')).toBe('cell-0-1');
    expect(await keys('{ArrowDown}{ArrowDown}')).toBe('cell-2-1');
    expect(await keys('{End}')).toBe('cell-2-3');
    expect(await keys('{ArrowRight}')).toBe('cell-2-3');
    expect(await keys('{Home}{ArrowUp}{ArrowUp}{ArrowUp}')).toBe('cell-0-0');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(opened).toEqual([[0, 1]]);
  });

  it('shows those of two hundred classes that have most of the mistakes', async () => {
    const classes = Array.from({ length: 200 }, (_, k) => `class ${k}`);
    const confusion = classes.map((_, g) => classes.map((_, p): number => (g === p ? 9 : 0)));
    confusion[150][199] = 3;
    const { screen, opened } = await show(classes, confusion);
    expect(screen.getByRole('rowheader').elements()).toHaveLength(40);
    await expect.element(screen.getByText('Of 200 classes, the 40 with most')).toBeVisible();
    await screen.getByTestId('cell-150-199').click();
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(opened).toEqual([
      [150, 199],
      [150, 150],
    ]);
  });

  it('holds twenty classes on a phone by scrolling within its own box', async () => {
    await page.viewport(360, 800);
    const classes = Array.from({ length: 20 }, (_, k) => `a class with a long name ${k}`);
    const confusion = classes.map((_, g) => classes.map((_, p) => (g === p ? 1234 : (g + p) % 5)));
    const { screen } = await show(classes, confusion);
    const box = screen.getByRole('table').element().parentElement!;
    expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    box.scrollLeft = 400;
    const first = screen.getByRole('rowheader').first().element().getBoundingClientRect();
    expect(first.left).toBeLessThan(box.getBoundingClientRect().left + 10); // names stay in sight
    await page.viewport(1280, 800);
  });
});
