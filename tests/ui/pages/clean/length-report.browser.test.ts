// The length report on counts that can be checked by hand.
import { describe, expect, it } from 'vitest';
import LengthReport from '../../../../src/ui/pages/clean/LengthReport.svelte';
import LengthNote from '../../../../src/ui/pages/train/LengthNote.svelte';
import { datasetOf } from '../../../store/samples';
import { renderInApp } from '../../in-app';

/** 94 rows of 10 words, 5 of 30 and one of 300: 1,390 words. */
function lengths() {
  const counts = new Uint32Array(301);
  counts[10] = 94;
  counts[30] = 5;
  counts[300] = 1;
  return { mean: 13.9, p95: 30, longest: 300, cutRows: 1, counts };
}
const dataset = datasetOf('a', null, null);

describe('the length report', () => {
  it('says what the longest length cuts off, and what two proposals would', async () => {
    const { screen } = await renderInApp(LengthReport, { dataset, lengths: lengths() });
    await expect.element(screen.getByTestId('length-now')).toHaveTextContent(/256.*99\.0.*44/);
    // 32 words leave 99 rows whole and cut 268 of 1,390.
    await expect.element(screen.getByTestId('length-0.95')).toHaveTextContent(/32.*99\.0.*268/);
    await expect.element(screen.getByTestId('length-0.99')).toHaveTextContent(/32.*268.*19\.28/);
  });

  it('says what is counted, in the units of the language', async () => {
    const chinese = { ...dataset, language: 'unspaced' as const };
    const { app, screen } = await renderInApp(LengthReport, {
      dataset: chinese,
      lengths: lengths(),
    });
    await expect.element(screen.getByText('Characters cut off')).toBeVisible();
    const basis = screen.getByTestId('length-basis');
    app.settings.change('text', 'punctuation', true);
    await expect.element(basis).toHaveTextContent('each punctuation mark counts too, and so does');
    app.settings.change('text', 'punctuation', false);
    await expect.element(basis).toHaveTextContent('without punctuation.');
  });

  it('takes a proposal over', async () => {
    const { app, screen } = await renderInApp(LengthReport, { dataset, lengths: lengths() });
    await screen.getByTestId('length-0.95').getByRole('button').click();
    expect(app.settings.run.text.maxLength).toBe(32);
    await expect.element(screen.getByTestId('length-now')).toHaveTextContent(/32.*268/);
  });

  it('tells of filler where words are read in their order', async () => {
    const { app, screen } = await renderInApp(LengthReport, { dataset, lengths: lengths() });
    expect(screen.getByTestId('filler').query()).toBeNull();
    app.settings.run.model = { ...app.settings.run.model, model: 'cnn' } as never;
    await expect.element(screen.getByTestId('filler')).toHaveTextContent('Padded to 256, 95');
  });

  it('waits for the counting, in Chinese too', async () => {
    const { screen } = await renderInApp(LengthReport, { dataset, lengths: null }, 'zh');
    await expect.element(screen.getByText('先统计词语')).toBeVisible();
  });
});

it('the note on the Train form says it shortly, and takes a length over', async () => {
  const { app, screen } = await renderInApp(LengthNote, { lengths: lengths() });
  await expect
    .element(screen.getByTestId('length-note'))
    .toHaveTextContent(/1\.0\s?% of the rows are cut/);
  await screen.getByRole('button').click();
  expect(app.settings.run.text.maxLength).toBe(32);
});
