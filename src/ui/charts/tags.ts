// Words beside the ends of curves, kept from lying on one another.

/** A tag's wish and, after placing, its place. */
export interface Tag {
  text: string;
  colour: string; // CSS
  dash?: readonly number[]; // of the line, where a sample of it stands before the words
  top: number; // px, of its middle
}

/** Moves tags apart to at least `gap` px, as little as possible, inside 0 to `height`. */
export function spreadTags(tags: readonly Tag[], gap: number, height: number): Tag[] {
  const placed = tags.map((tag) => ({ ...tag })).sort((a, b) => a.top - b.top);
  let least = gap / 2;
  for (const tag of placed) {
    tag.top = Math.max(tag.top, least);
    least = tag.top + gap;
  }
  let most = height - gap / 2;
  for (const tag of placed.toReversed()) {
    tag.top = Math.min(tag.top, most);
    most = tag.top - gap;
  }
  return placed;
}
