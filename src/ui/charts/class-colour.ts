// The colour of a class, the same wherever it is drawn: Okabe and Ito's eight (app.css), then the same eight hatched.

const COLOURS = 8;

/** The plain colour of a class, for lines and underlines. */
export function classColour(index: number): string {
  return `var(--class-${index % COLOURS})`;
}

/** The fill of a class as a CSS background; every eight classes another hatching tells them apart. */
export function classFill(index: number): string {
  const colour = classColour(index);
  const round = Math.floor(index / COLOURS);
  if (round === 0) return colour;
  const angle = [45, -45, 0, 90][(round - 1) % 4];
  return `repeating-linear-gradient(${angle}deg, ${colour} 0 4px, var(--sheet) 4px 6px)`;
}
