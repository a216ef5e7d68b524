import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import LineChart from '../../../src/ui/charts/LineChart.svelte';

const number = (value: number) => value.toFixed(2);

function properties(x: number[], loss: number[]) {
  const line = { colour: '--ink', width: 2, hasDots: false };
  const lines = [{ ...line, name: 'training', values: loss }];
  const formats = { formatX: String, formatY: number, formatTag: number };
  return { label: 'Loss falls', x, lines, version: 0, xMost: 4, leastSpan: 0.2, ...formats };
}

describe('a line chart', () => {
  it('is a picture with a text, and sets the words beside the end of the line', async () => {
    const screen = await render(LineChart, properties([0, 1, 2], [1.4, 1.1, 0.9]));
    await expect.element(screen.getByRole('img', { name: 'Loss falls' })).toBeVisible();
    await expect.element(screen.getByText('training 0.90')).toBeVisible();
  });

  it('shows its frame before there is anything to draw', async () => {
    const screen = await render(LineChart, properties([], []));
    await expect.element(screen.getByRole('img')).toBeVisible();
    await expect.poll(() => screen.container.querySelector('canvas')).not.toBeNull();
    expect(screen.container.querySelectorAll('span')).toHaveLength(0);
  });

  it('goes with its component', async () => {
    const screen = await render(LineChart, properties([0, 1], [1, 2]));
    await expect.poll(() => screen.container.querySelector('canvas')).not.toBeNull();
    await screen.unmount();
    expect(document.querySelector('.uplot')).toBeNull();
  });
});
