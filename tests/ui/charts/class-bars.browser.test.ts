// The bars of the classes: of hundreds the largest stand open, and the rest comes when it is asked for.
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ClassBars from '../../../src/ui/charts/ClassBars.svelte';

function show(classes: number) {
  const names = Array.from({ length: classes }, (_, i) => `class ${i}`);
  return render(ClassBars, {
    names,
    columns: [{ title: 'Rows', counts: names.map((_, i) => i + 1) }],
    nameTitle: 'Class',
    caption: 'Classes',
    restText: (n: number) => `${n} more`,
    number: String,
    percent: (share: number) => share.toFixed(2),
  });
}

const names = () => Array.from(document.querySelectorAll('tbody th'), (th) => th.textContent);

describe('the bars of classes', () => {
  it('keep their order and all stand open up to twenty', async () => {
    await show(20);
    expect(names()).toHaveLength(20);
    expect(names()[0]).toBe('class 0');
  });

  it('show the largest of hundreds, and the others behind a fold that scrolls', async () => {
    const screen = await show(300);
    expect(names()).toHaveLength(20);
    expect(names()[0]).toBe('class 299');
    document.querySelector('summary')?.click();
    await expect.element(screen.getByRole('region', { name: '280 more' })).toBeVisible();
    expect(names()).toHaveLength(300);
    expect(names()[299]).toBe('class 0');
    expect(document.documentElement.scrollHeight).toBeLessThan(2500);
  });
});
