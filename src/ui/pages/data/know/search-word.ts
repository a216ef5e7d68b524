// A word of the survey opens its search: whole, in the cleaned texts in which it was counted.
import type { Dataset } from '../../../../core/types';
import type { App } from '../../../../state/app.svelte';

/** Searches a word and brings the search into view. */
export function searchWord({ surveys, settings }: App, dataset: Dataset, word: string): void {
  void surveys.search({
    datasetId: dataset.id,
    query: word,
    isWhole: true,
    isExact: false,
    clean: settings.snapshot().clean,
  });
  const title = document.getElementById('search-title');
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}
