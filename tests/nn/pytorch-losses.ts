// The cases of fixtures/losses.json, and the numbers that PyTorch has for them.
import { expectClose } from '../support';
import fixture from './fixtures/losses.json';
import type { LossCase, lossOn } from './losing';

/** A case with PyTorch's numbers. */
export type PytorchLoss = (typeof PYTORCH_LOSSES)[number];

/** Each case with its name. */
export const PYTORCH_LOSSES = fixture.map((found) => {
  const { kind, classes, outputs, labels, labelSmoothing, classWeights } = found;
  const batch = labels.length;
  const width = 4 * Math.ceil(outputs / 4);
  const logits = new Float32Array(batch * width);
  for (let row = 0; row < batch; row++)
    logits.set(found.logits.slice(row * outputs, (row + 1) * outputs), row * width);
  const given: LossCase = {
    ...{ classes, outputs, labels, labelSmoothing, classWeights, batch, width, logits },
    kind: kind as LossCase['kind'],
    isTraining: true,
    outRow: 0,
    lossSlot: 1,
  };
  const name = `${kind}, ${classes} classes, ${outputs} outputs, smoothing ${labelSmoothing}`;
  return { name, given, expected: found };
});

/** Compares everything that a loss writes. */
export function expectPytorch(
  found: Awaited<ReturnType<typeof lossOn>>,
  { given, expected }: PytorchLoss,
): void {
  const { outputs, width } = given;
  const slopes = [...found.slopes].filter((_, i) => i % width < outputs);
  expectClose(slopes, expected.slopes);
  expectClose(found.rowLosses, expected.rowLosses);
  expectClose(found.probabilities, expected.probabilities);
  expectClose([found.losses[given.lossSlot]], expected.mean);
}
