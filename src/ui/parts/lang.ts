// Which language a dataset's texts are in, where the page knows it: screen readers and fonts go by it.
import type { Dataset } from '../../core/types';

/** The value of a `lang` attribute around texts of a dataset; undefined where nobody said. */
export function langOf(dataset: Dataset): string | undefined {
  if (dataset.sample === 'chinese') return 'zh-Hans';
  return dataset.sample === 'english' ? 'en' : undefined;
}
