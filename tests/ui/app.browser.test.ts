// The frame around the places.
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import { App } from '../../src/state/app.svelte';
import Frame from '../../src/ui/App.svelte';
import { A_DATASET } from './a-run';

function dragOf(type: string): DragEvent {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['1,a b\n2,c d\n'], 'train.csv'));
  return new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
}

it('a file that is dropped where none is taken does not replace the page', async () => {
  const app = new App();
  await app.language.choose('en');
  app.place.name = 'train';
  await render(Frame, { app });
  for (const type of ['dragover', 'drop']) {
    const drag = dragOf(type);
    document.body.dispatchEvent(drag);
    expect(drag.defaultPrevented).toBe(true);
  }
  const text = new DragEvent('dragover', { dataTransfer: new DataTransfer(), cancelable: true });
  document.body.dispatchEvent(text);
  expect(text.defaultPrevented).toBe(false); // words dragged into the text of Use go on as ever
});

it('shows a place with all its words, though only the first were there when it was opened', async () => {
  const app = new App();
  await app.language.open('en');
  app.place.name = 'train';
  app.datasets.isLoaded = true;
  const screen = await render(Frame, { app });
  await expect.element(screen.getByText('Nothing to learn from yet')).toBeVisible();
});

it('keeps what is open in a place when the language changes', async () => {
  const app = new App();
  await app.language.open('en');
  app.place.name = 'train';
  app.datasets.list = [A_DATASET];
  app.datasets.open('news');
  const screen = await render(Frame, { app });
  await expect.element(screen.getByTestId('settings')).toBeVisible();
  const details = screen.getByTestId('settings').element();
  await screen.getByRole('button', { name: '中文' }).click();
  await expect.element(screen.getByTestId('train')).toHaveTextContent('训练');
  expect(screen.getByTestId('settings').element()).toBe(details);
});
