// The check sum of zip. ISO 3309, as in RFC 1952 section 8, https://www.rfc-editor.org/rfc/rfc1952

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** The check sum of bytes that follow those of `before`; 0 at the beginning. */
export function crc32(before: number, bytes: Uint8Array): number {
  let sum = ~before;
  for (let i = 0; i < bytes.length; i++) sum = TABLE[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}
