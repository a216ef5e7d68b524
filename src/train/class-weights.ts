// How much a row of each class counts.

/**
 * Weights of classes, (C): ones, or balanced as scikit-learn has it, rows / (classes * rows of the class), over the classes that
 * have rows, https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html
 */
export function classWeightsOf(
  labels: Uint16Array<ArrayBuffer>,
  rows: Uint32Array<ArrayBuffer>,
  { classes, balanced }: { classes: number; balanced: boolean },
): Float32Array<ArrayBuffer> {
  const weights = new Float32Array(classes).fill(1);
  if (!balanced) return weights;
  const counts = new Uint32Array(classes);
  for (const row of rows) counts[labels[row]]++;
  const present = counts.filter((count) => count > 0).length;
  counts.forEach((count, c) => {
    if (count > 0) weights[c] = rows.length / (present * count);
  });
  return weights;
}
