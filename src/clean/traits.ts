// What a text may hold that rules look for, found in one go: a rule is asked only about texts with one of its traits.
// Read from the UTF-8 that a native encoder writes, since a loop over the units of a string costs several times as much.

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
/** A semicolon. */
export const SEMICOLON = 32;
/** A sign that opens a tag: "<". */
export const ANGLE = 64;
/** A backslash. */
export const BACKSLASH = 128;
/** What a web address has: "://", or "www." in any case. */
export const ADDRESS = 256;
/** An "@". */
export const AT = 512;
/** A "#". */
export const HASH = 1024;
/** A round or square bracket of ASCII that opens. */
export const BRACKET = 2048;
/** A hyphen behind white space. */
export const DASH = 4096;

// What these bytes of ASCII mean depends on those about them.
const DIGIT = 1 << 13;
const HYPHEN = 1 << 14;
const COLON = 1 << 15;
const POINT = 1 << 16;

/** What each byte of ASCII tells, mostly nothing. */
const OF_BYTE = new Uint32Array(128);
for (let byte = 0; byte < 32; byte++) OF_BYTE[byte] = UNPLAIN;
for (const space of '\t\n\r') OF_BYTE[space.charCodeAt(0)] = ODD_SPACE;
for (const space of '\v\f') OF_BYTE[space.charCodeAt(0)] = ODD_SPACE | UNPLAIN; // white space that no text needs
for (const digit of '0123456789') OF_BYTE[digit.charCodeAt(0)] = DIGIT;
for (const [character, told] of [
  ['\x7f', UNPLAIN],
  [';', SEMICOLON],
  ['<', ANGLE],
  ['\\', BACKSLASH],
  ['@', AT],
  ['#', HASH],
  ['(', BRACKET],
  ['[', BRACKET],
  ['-', HYPHEN],
  [':', COLON],
  ['.', POINT],
] as const)
  OF_BYTE[character.charCodeAt(0)] = told;

const SPACE = 32;
const SLASH = 47;
const SMALL_W = 119;
const CASE = 32; // the bit that tells small letters of ASCII from capitals
const FEWEST_DIGITS = 7;
const GAP = 3; // characters from a digit to the next one that still stand together
const MOST_BYTES = 3; // of UTF-8 for a unit of UTF-16

const encoder = new TextEncoder();
let utf8 = new Uint8Array(4096);

/** The traits of a text, added up. */
export function traitsOf(text: string): number {
  const needed = MOST_BYTES * text.length;
  if (utf8.length < needed) utf8 = new Uint8Array(2 * needed);
  return look(utf8, encoder.encodeInto(text, utf8).written);
}

function look(bytes: Uint8Array, end: number): number {
  let traits = 0;
  let twice = -1; // the character before the one before
  let before = SPACE;
  let digits = 0;
  let digitAt = -GAP - 1;
  for (let i = 0; i < end; i++) {
    let point = bytes[i];
    if (point < 0x80) {
      if (point === before) traits |= ofRepeated(bytes, i, twice);
      const told = OF_BYTE[point];
      if (told === DIGIT) {
        digits = i - digitAt > GAP ? 1 : digits + 1;
        digitAt = i;
        if (digits === FEWEST_DIGITS) traits |= DIGITS;
      } else if (told === HYPHEN) {
        if (isSpace(before) && i > 0) traits |= DASH;
      } else if (told === COLON) {
        if (i + 2 < end && bytes[i + 1] === SLASH && bytes[i + 2] === SLASH) traits |= ADDRESS;
      } else if (told === POINT) {
        if (isWww(bytes, i)) traits |= ADDRESS;
      } else traits |= told;
    } else {
      point = pointAt(bytes, i);
      const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3; // bytes
      i += more;
      digitAt += more; // the gap is of characters
      traits |= point < 0x2000 ? UNPLAIN : UNPLAIN | HIGH;
      if (isOddSpace(point)) traits |= ODD_SPACE;
      if (point === before && point === twice) traits |= TRIPLE;
    }
    twice = before;
    before = point;
  }
  return before === SPACE && end > 0 ? traits | ODD_SPACE : traits;
}

/** What a byte of ASCII tells that equals the one before it. */
function ofRepeated(bytes: Uint8Array, i: number, twice: number): number {
  const byte = bytes[i];
  if (byte === SPACE) return ODD_SPACE;
  if (byte !== twice || OF_BYTE[byte] === DIGIT) return 0;
  if (OF_BYTE[byte] !== POINT) return TRIPLE;
  return i > 2 && bytes[i - 3] === byte ? TRIPLE : 0;
}

/** Whether "www" ends at a place, in any case. */
function isWww(bytes: Uint8Array, end: number): boolean {
  if (end < 3) return false;
  for (let i = end - 3; i < end; i++) if ((bytes[i] | CASE) !== SMALL_W) return false;
  return true;
}

/** The character that begins at a byte outside ASCII. */
function pointAt(bytes: Uint8Array, i: number): number {
  const first = bytes[i];
  if (first < 0xe0) return ((first & 0x1f) << 6) | (bytes[i + 1] & 0x3f);
  if (first < 0xf0)
    return ((first & 0x0f) << 12) | ((bytes[i + 1] & 0x3f) << 6) | (bytes[i + 2] & 0x3f);
  const high = ((first & 0x07) << 18) | ((bytes[i + 1] & 0x3f) << 12);
  return high | ((bytes[i + 2] & 0x3f) << 6) | (bytes[i + 3] & 0x3f);
}

function isSpace(point: number): boolean {
  return point === SPACE || (point < 0x80 ? (OF_BYTE[point] & ODD_SPACE) !== 0 : isOddSpace(point));
}

/** Whether a code point from U+0080 on is white space. */
function isOddSpace(point: number): boolean {
  if (point < 0x1680) return point === 0xa0;
  if (point < 0x2000) return point === 0x1680;
  if (point > 0x205f) return point === 0x3000 || point === 0xfeff;
  return (
    point <= 0x200a || point === 0x2028 || point === 0x2029 || point === 0x202f || point === 0x205f
  );
}
