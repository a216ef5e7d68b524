// Which of the five places is shown: the URL's hash, so that the browser's own buttons work.

/** The places in reading order. */
export const PLACES = ['data', 'clean', 'train', 'evaluate', 'use'] as const;

/** One of the five places. */
export type PlaceName = (typeof PLACES)[number];

function fromHash(): PlaceName {
  const name = location.hash.slice(1);
  return PLACES.find((place) => place === name) ?? 'data';
}

/** The place shown now; follows the URL. */
export class Place {
  name = $state<PlaceName>(fromHash());

  constructor() {
    window.addEventListener('hashchange', () => (this.name = fromHash()));
  }

  /** Goes to a place. */
  go(name: PlaceName): void {
    location.hash = name;
  }
}
