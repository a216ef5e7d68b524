// English: changing words at random while training.
import { formatOf } from '../format';

const { number, percent } = formatOf('en');

/** Words of augmentation. */
export const augment = {
  title: 'Augmentation',
  off: 'off',
  and: ', ',
  share: (label: string, share: number) => `${label} ${percent(share, 0)}`,
  intro:
    'Training rows can be changed a little, otherwise in every epoch, so that a model does not learn them by heart. Validation and test rows are never changed.',
  examples: 'Rows of yours in the first epoch',
  legend: 'Struck out: gone from its place. Underlined: come there; ⟨?⟩ is the unknown word.',
  row: (row: number) => `row ${number(row)}`,
  empty: 'no words',
  help: 'Deletion and swaps come from EDA (Wei and Zou 2019), word dropout from Bowman and others (2016). They help most where rows are few, about 0.1 of the words; n-grams follow from the words that stay. The same seed changes the same words.',
};
