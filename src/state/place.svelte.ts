// Which of the five places is shown: the URL's hash, so that the browser's own buttons work. Behind a '/' stands a room of the
// place, as in '#data/label'; behind a '?' it may carry settings that somebody sent (link.ts).

/** The places in reading order. */
export const PLACES = ['data', 'clean', 'train', 'evaluate', 'use'] as const;

/** One of the five places. */
export type PlaceName = (typeof PLACES)[number];

function fromHash(): { name: PlaceName; room: string } {
  const [path] = location.hash.slice(1).split('?', 1);
  const [first, room = ''] = path.split('/', 2);
  return { name: PLACES.find((place) => place === first) ?? 'data', room };
}

function carriedHash(): string {
  return location.hash.includes('?') ? location.hash : '';
}

/** The place shown now; follows the URL. */
export class Place {
  name = $state<PlaceName>(fromHash().name);
  room = $state(fromHash().room); // '' = the place itself
  carried = $state(carriedHash()); // the whole hash where it carries something besides the place; else ''

  constructor() {
    window.addEventListener('hashchange', () => {
      const { name, room } = fromHash();
      this.name = name;
      this.room = room;
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
