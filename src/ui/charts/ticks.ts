// Round numbers for an axis: 1, 2 or 5 times a power of ten apart.
// Heckbert (1990), "Nice Numbers for Graph Labels", Graphics Gems, p. 61

/** Ticks from 0 to at most `most`, about `count` of them, never closer than `least` apart. */
export function ticks(most: number, count: number, least = 0): number[] {
  if (!(most > 0)) return [0];
  const step = Math.max(least, niceStep(most / Math.max(1, count)));
  const found: number[] = [];
  for (let i = 0; i * step <= most * (1 + 1e-9); i++) found.push(i * step);
  return found;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  if (lead <= 1) return power;
  if (lead <= 2) return 2 * power;
  return lead <= 5 ? 5 * power : 10 * power;
}
