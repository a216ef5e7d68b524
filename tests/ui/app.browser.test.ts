// The frame around the places.
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import { App } from '../../src/state/app.svelte';
import Frame from '../../src/ui/App.svelte';

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
