// Names of files in archives as text. Archives made on Windows have names in the character set of that Windows and do not say
// which; a single name is too short to tell it by, so all of an archive are looked at together.
import { isSoundIn, likelyCharsets } from './charset';

/** A path as an archive has it. */
export interface PackedName {
  bytes: Uint8Array<ArrayBuffer>;
  isUtf8: boolean; // the archive says so
}

const OF_ASIA = /^(gb|big5|shift|euc)/; // character sets that can be told by their look, and that old archivers wrote
const CODE_PAGE_437 = // of the bytes from 128 on; what zip names are in by its specification
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

/** The paths of an archive as text: UTF-8 where it is sound, else all that do not say so in the one set that they most likely have. */
export function decodeNames(names: readonly PackedName[]): string[] {
  const isOdd = names.some((name) => !name.isUtf8 && !isSoundIn('utf-8', name.bytes));
  const decodeOdd = isOdd ? oddDecoder(names.filter(({ isUtf8 }) => !isUtf8)) : null;
  const decoder = new TextDecoder();
  return names.map(({ bytes, isUtf8 }) =>
    decodeOdd && !isUtf8 ? decodeOdd(bytes) : decoder.decode(bytes),
  );
}

function oddDecoder(names: readonly PackedName[]): (bytes: Uint8Array) => string {
  const all = Uint8Array.from(names.flatMap(({ bytes }) => [...bytes, 10]));
  const charset = likelyCharsets(all).find((name) => OF_ASIA.test(name) && isSoundIn(name, all));
  if (!charset) return decode437;
  const decoder = new TextDecoder(charset);
  return (bytes) => decoder.decode(bytes);
}

function decode437(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 128],
  );
  return characters.join('');
}
