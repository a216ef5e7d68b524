// Models that read words in their order, on the built page: trained on the GPU, gone on from, and asked.
import { expect, it } from 'vitest';
import { goTo, loadSample, train } from '../../scripts/drive.mjs';
import { choosePreset, chooseTarget, chooseTier } from '../../scripts/settings-form.mjs';
import { setOptions, visit } from './page';

it('an LSTM learns on the GPU, and another goes on from it to tell one class from the rest', async () => {
  const { page } = await visit();
  await loadSample(page, 'english');
  await choosePreset(page, 'lstm');
  await chooseTier(page, 'webgpu');
  const small = {
    'model.width': '16',
    'model.units': '16',
    'text.maxLength': '40',
    'train.learningRate': '0.03',
  };
  await setOptions(page, { ...small, 'train.epochs': '3', 'train.batchSize': '64' });
  const first = await train(page);
  expect(first).toMatchObject({ status: 'finished', device: { tier: 'webgpu' }, reused: null });
  expect(first.validation?.loss).toBeLessThan(Math.log(4));

  await chooseTier(page, 'wasm'); // a run may go on where another device began
  await page.getByTestId('start').selectOption(first.id);
  await chooseTarget(page, 'Sports');
  await page.getByTestId('start-tableRate').fill('0');
  const second = await train(page);
  expect(second.classes).toEqual(['¬ Sports', 'Sports']);
  expect(second.reused?.parts.map(({ name, rate }) => [name, rate])).toEqual([
    ['table', 0],
    ['body', 1],
  ]);
  await page.getByTestId('reused').getByText('It began with run 1').waitFor();
  await goTo(page, 'use');
  await page.getByTestId('use-text').fill('The striker scored twice in the final match.');
  await page.getByTestId('use-answer').getByText('Sports').first().waitFor();
});
