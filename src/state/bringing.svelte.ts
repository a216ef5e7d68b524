// The ways in that are no files: which one is open, and what was entered; an import that fails leaves it as it was.

/** The ways beside the drop of files. */
export const WAYS = ['paste', 'address', 'nothing'] as const;

/** One of them. */
export type Way = (typeof WAYS)[number];

/** The name that pasted text is read under. */
export const PASTED_FILE = 'pasted.txt';

/** What is entered beside the drop zone. */
export class Bringing {
  way = $state<Way | null>(null);
  pasted = $state('');
  address = $state('');

  /** Opens a way in, or closes it again. */
  turn(way: Way): void {
    this.way = this.way === way ? null : way;
  }

  /** Forgets what was brought in. */
  finish(): void {
    this.way = null;
    this.pasted = '';
    this.address = '';
  }
}
