// The character set that a web page names for itself within its first kilobyte.
// https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding, read more simply
import { isGzip } from './gzip';

/** Bytes of a page in which it must name its character set. */
export const PRESCAN_BYTES = 1024;
const BYTE_ORDER_MARK = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
const COMMENT = /<!--[\s\S]*?(-->|$)/g;
const META = /<meta\s[^>]*>/gi;
const XML = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"'>]+)/;
const CHARSET = /charset\s*=\s*["']?\s*([^\s"'/>;]+)/i;

/**
 * The character set as the Encoding standard names it; undefined where the page names none that is known, or UTF-8,
 * or begins with a byte order mark: then it is found as that of any text.
 */
export function charsetOfPage(head: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, PRESCAN_BYTES));
  const metas = text.replace(COMMENT, '').match(META) ?? [];
  if (BYTE_ORDER_MARK.test(text) || isGzip(head)) return undefined;
  const labels = [XML.exec(text)?.[1], ...metas.map((meta) => CHARSET.exec(meta)?.[1])];
  for (const label of labels) {
    const name = knownCharset(label ?? '');
    if (name === null) continue;
    // A page whose bytes can be read as ASCII so far is not in UTF-16, whatever it says.
    return name.startsWith('utf-') ? undefined : name;
  }
  return undefined;
}

function knownCharset(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
