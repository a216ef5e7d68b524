import { describe, expect, it } from 'vitest';
import { TEXT_OPTIONS } from '../../../src/text/config';
import { TRAIN_OPTIONS } from '../../../src/train/config';
import OptionField from '../../../src/ui/parts/OptionField.svelte';
import { renderInApp } from '../in-app';

const text = (key: string) => TEXT_OPTIONS.find((option) => option.key === key)!;
const train = (key: string) => TRAIN_OPTIONS.find((option) => option.key === key)!;

describe('a field for a number', () => {
  it('changes the setting, and keeps it for the next visit', async () => {
    const { app, screen } = await renderInApp(OptionField, {
      stage: 'text',
      option: text('order'),
    });
    await screen.getByLabelText('Longest n-gram').fill('3');
    expect(app.settings.run.text.order).toBe(3);
    expect(localStorage.getItem('broadsheet.settings')).toContain('"order":3');
  });

  it('refuses what lies outside the limits, says so, and keeps the last good value', async () => {
    const { app, screen } = await renderInApp(OptionField, {
      stage: 'text',
      option: text('order'),
    });
    const field = screen.getByLabelText('Longest n-gram');
    for (const wrong of ['7', '0', '1.5', '']) {
      await field.fill(wrong);
      expect(app.settings.run.text.order).toBe(2);
      await expect.element(field).toHaveAttribute('aria-invalid', 'true');
      await expect.element(screen.getByRole('alert')).toHaveTextContent('1 to 6');
    }
    await field.fill('1');
    expect(app.settings.run.text.order).toBe(1);
    await expect.element(field).toHaveAttribute('aria-invalid', 'false');
    expect(screen.getByRole('alert').query()).toBeNull();
  });

  it('takes fractions where fractions make sense', async () => {
    const option = train('learningRate');
    const { app, screen } = await renderInApp(OptionField, { stage: 'train', option });
    await screen.getByLabelText('Learning rate').fill('0.0025');
    expect(app.settings.run.train.learningRate).toBe(0.0025);
  });
});

describe('the other fields', () => {
  it('a choice names its values for people', async () => {
    const { app, screen } = await renderInApp(
      OptionField,
      { stage: 'text', option: text('unit') },
      'zh',
    );
    await screen.getByLabelText('文本单位').selectOptions('由浏览器切出的词');
    expect(app.settings.run.text.unit).toBe('segmenter');
  });

  it('a switch is a checkbox with its help', async () => {
    const option = train('refit');
    const { app, screen } = await renderInApp(OptionField, { stage: 'train', option });
    const box = screen.getByRole('checkbox', { name: 'Train again on everything' });
    await expect.element(box).toHaveAccessibleDescription(/validation rows included/);
    await box.click();
    expect(app.settings.run.train.refit).toBe(true);
  });
});
