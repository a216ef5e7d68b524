// Which of the five places is shown: the URL's hash, so that the browser's own buttons work. Behind a '?' it may carry
// settings that somebody sent (link.ts).

/** The places in reading order. */
export const PLACES = ['data', 'clean', 'train', 'evaluate', 'use'] as const;

/** One of the five places. */
export type PlaceName = (typeof PLACES)[number];

function fromHash(): PlaceName {
  const [name] = location.hash.slice(1).split('?', 1);
  return PLACES.find((place) => place === name) ?? 'data';
}

function carriedHash(): string {
  return location.hash.includes('?') ? location.hash : '';
}

/** The place shown now; follows the URL. */
export class Place {
  name = $state<PlaceName>(fromHash());
  carried = $state(carriedHash()); // the whole hash where it carries something besides the place; else ''

  constructor() {
    window.addEventListener('hashchange', () => {
      this.name = fromHash();
      this.carried = carriedHash();
    });
  }

  /** Gives what the address carries, and leaves the place alone in it: a reload takes nothing twice. */
  take(): string {
    const { carried } = this;
    this.carried = '';
    history.replaceState(history.state, '', `#${this.name}`);
    return carried;
  }

  /** Goes to a place. */
  go(name: PlaceName): void {
    location.hash = name;
  }
}
