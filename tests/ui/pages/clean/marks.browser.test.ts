import { describe, expect, it } from 'vitest';
import Marks from '../../../../src/ui/pages/clean/Marks.svelte';
import { renderInApp } from '../../in-app';

describe('an editor’s marks', () => {
  it('are deletions and insertions that spell the text before and after', async () => {
    const marks = [
      { kind: 'same' as const, text: 'China' },
      { kind: 'deleted' as const, text: ' #39;' },
      { kind: 'inserted' as const, text: '’' },
      { kind: 'same' as const, text: 's Jiang' },
    ];
    const { screen } = await renderInApp(Marks, { marks, empty: 'no text' });
    await expect.element(screen.getByRole('deletion')).toHaveTextContent('#39;');
    await expect.element(screen.getByRole('insertion')).toHaveTextContent('’');
    const shown = screen.getByTestId('marks').element();
    for (const gone of shown.querySelectorAll('del')) gone.remove();
    expect(shown.textContent?.trim()).toBe('China’s Jiang');
  });

  it('say so where there is no text at all', async () => {
    const { screen } = await renderInApp(Marks, { marks: [], empty: 'no text' });
    await expect.element(screen.getByText('no text')).toBeVisible();
  });
});
