// Tables at two widths: as they are kept, and as the device has them, filled up with zeros to a multiple of 4.

/** The same rows at another width: cut, or filled up with zeros; the array itself where nothing changes. */
export function repack(
  values: Float32Array<ArrayBuffer>,
  rows: number,
  from: number,
  to: number,
): Float32Array<ArrayBuffer> {
  if (from === to) return values;
  const packed = new Float32Array(rows * to);
  const kept = Math.min(from, to);
  for (let row = 0; row < rows; row++)
    packed.set(values.subarray(row * from, row * from + kept), row * to);
  return packed;
}
