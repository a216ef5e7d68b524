// What a text may hold that rules look for, found in one go: several rules ask about the same text, and a loop each would cost more than they do.

/** White space that is more than a single plain space between words. */
export const ODD_SPACE = 1;
/** So many digits close together as a phone number has. */
export const DIGITS = 2;
/** A character, no digit, three times in a row; a point four times, for three are a sign of their own. */
export const TRIPLE = 4;
/** A character from U+2000 on: signs, scripts of the East, emoji. */
export const HIGH = 8;
/** A character outside ASCII, or a control one that is no white space. */
export const UNPLAIN = 16;

const FEWEST_DIGITS = 7;
const POINT = 46;
const GAP = 3; // places from a digit to the next one that still stand together

let last = '';
let traitsOfLast = 0;

/** The traits of a text, added up; asked again about the text before, it answers at once. */
export function traitsOf(text: string): number {
  if (text === last) return traitsOfLast;
  last = text;
  traitsOfLast = look(text);
  return traitsOfLast;
}

function look(text: string): number {
  let traits = 0;
  let twice = -1; // the code unit before the one before
  let before = 32;
  let digits = 0;
  let digitAt = -GAP - 1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x7f) {
      traits |= UNPLAIN;
      if (isOddSpace(unit)) traits |= ODD_SPACE;
      if (unit >= 0x2000) traits |= HIGH;
      if (unit >= 0xdc00 && unit <= 0xdfff) traits |= TRIPLE; // pairs repeat at every second place: may be
      if (unit === before && unit === twice) traits |= TRIPLE;
    } else if (unit >= 48 && unit <= 57) {
      digits = i - digitAt > GAP ? 1 : digits + 1;
      digitAt = i;
      if (digits === FEWEST_DIGITS) traits |= DIGITS;
    } else if (unit === before) {
      if (unit === 32) traits |= ODD_SPACE;
      else if (unit === twice && (unit !== POINT || text.charCodeAt(i - 3) === POINT))
        traits |= TRIPLE;
    }
    if (unit < 32) traits |= traitsOfControl(unit);
    twice = before;
    before = unit;
  }
  return before === 32 && text !== '' ? traits | ODD_SPACE : traits;
}

/** Tabs and line ends are white space; vertical tabs and form feeds too, but no text needs them. */
function traitsOfControl(unit: number): number {
  const isSpace = unit >= 9 && unit <= 13;
  if (!isSpace) return UNPLAIN;
  return unit === 11 || unit === 12 ? ODD_SPACE | UNPLAIN : ODD_SPACE;
}

/** Whether a code unit from U+007F on is white space. */
function isOddSpace(unit: number): boolean {
  if (unit < 0x1680) return unit === 0xa0;
  if (unit < 0x2000) return unit === 0x1680;
  if (unit > 0x205f) return unit === 0x3000 || unit === 0xfeff;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f;
}
