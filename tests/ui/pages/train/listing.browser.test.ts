import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULT_LSTM } from '../../../../src/models/config';
import Listing from '../../../../src/ui/pages/train/Listing.svelte';
import { A_DATASET } from '../../a-run';
import { renderInApp } from '../../in-app';

async function show(code: 'en' | 'zh' = 'en') {
  const { app, screen } = await renderInApp(Listing, {}, code);
  app.datasets.list = [A_DATASET];
  app.datasets.open('news');
  await screen.getByText(code === 'en' ? 'As code' : '写成代码').click();
  await expect.element(screen.getByTestId('code')).toBeVisible();
  return { app, screen, block: screen.getByTestId('code') };
}

describe('the settings as code', () => {
  it('are a program that names the classes, in either framework', async () => {
    const { screen, block } = await show();
    await expect.element(block).toHaveTextContent('import torch');
    await expect.element(block).toHaveTextContent("'Sci/Tech'");
    await screen.getByTestId('listing-keras').click();
    await expect.element(block).toHaveTextContent('import keras');
    await expect.element(block).not.toHaveTextContent('import torch');
  });

  it('change as a setting changes', async () => {
    const { app, block } = await show();
    await expect.element(block).toHaveTextContent('EmbeddingBag');
    app.settings.run.model = { ...DEFAULT_LSTM };
    await expect.element(block).toHaveTextContent('nn.LSTM(128, 128, batch_first=True)');
    app.settings.change('model', 'bidirectional', true);
    await expect.element(block).toHaveTextContent('bidirectional=True');
    app.settings.change('train', 'seed', 7);
    await expect.element(block).toHaveTextContent('torch.manual_seed(7)');
  });

  it('stand there as text, line by line, whatever the classes are called', async () => {
    const { app, block } = await show();
    const classes = [
      { key: '1', name: '<b>bold</b>' },
      { key: '2', name: '&amp;' },
    ];
    app.datasets.list = [{ ...A_DATASET, classes }];
    await expect.element(block).toHaveTextContent("'<b>bold</b>', '&amp;'");
    expect(block.element().querySelector('b')).toBeNull();
    expect(block.element().textContent.split('\n')).toContain("CLASSES = ['<b>bold</b>', '&amp;']");
  });

  it('can be copied by keyboard, and say so until they change', async () => {
    const { app, screen, block } = await show();
    const button = screen.getByTestId('copy-code');
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('status')).toHaveTextContent(/Copied|Marked/);
    const marked = getSelection()?.toString() ?? '';
    if (marked !== '') expect(marked.trim()).toBe(block.element().textContent.trim());
    app.settings.change('train', 'seed', 8);
    await expect.element(screen.getByRole('status')).toHaveTextContent('');
  });

  it('say in Chinese what they need', async () => {
    const { screen } = await show('zh');
    await expect.element(screen.getByTestId('listing')).toHaveTextContent('只需要 PyTorch。');
  });

  it('wait for a dataset', async () => {
    const { screen } = await renderInApp(Listing, {});
    await screen.getByText('As code').click();
    await expect.element(screen.getByTestId('listing')).toHaveTextContent('Bring in a dataset');
  });
});
