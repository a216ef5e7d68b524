// The fold for augmentation: its fields, and rows of the open dataset as they would be changed.
import { beforeEach, expect, it } from 'vitest';
import Augmentation from '../../../../src/ui/pages/train/Augmentation.svelte';
import { freshStore } from '../../../store/samples';
import { bring } from '../../../workers/lesson';
import { renderInApp } from '../../in-app';

beforeEach(() => freshStore());

it('shows rows of the open dataset as they would be changed, anew with every share', async () => {
  const { id } = await bring(40, 5);
  const { app, screen } = await renderInApp(Augmentation, {});
  await app.datasets.load();
  app.datasets.open(id);
  await expect.element(screen.getByTestId('augmentation')).toHaveTextContent('Augmentation off');
  await screen.getByText('Augmentation').click();
  expect(screen.getByTestId('augmented-rows').query()).toBeNull();

  await screen.getByTestId('option-augment-deletion').fill('0.5');
  const rows = screen.getByTestId('augmented-rows');
  await expect.element(rows).toHaveTextContent('row 1');
  const count = (mark: string) => rows.element().querySelectorAll(mark).length;
  expect(count('del')).toBeGreaterThan(0);
  expect(count('ins')).toBe(0);
  await expect
    .element(screen.getByTestId('augmentation'))
    .toHaveTextContent('Augmentation Deleted words 50');

  await screen.getByTestId('option-augment-wordDropout').fill('0.3');
  await expect.element(rows).toHaveTextContent('⟨?⟩');
  expect(count('ins')).toBeGreaterThan(0);
});
