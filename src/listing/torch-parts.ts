// What the pieces of a PyTorch listing agree on.
import type { ListingTask } from './task';

/** Whether only the rows of a table move that a batch has: PyTorch can do that for Adam alone. */
export function isSparse({ settings: { model, train }, input }: ListingTask): boolean {
  if (model.model === 'bag') return true;
  return (
    input !== 'vector' && train.rareRows && train.optimizer !== 'sgd' && train.weightDecay === 0
  );
}

/** An argument of an embedding whose slopes are of a batch's words alone. */
export function sparseCode(task: ListingTask): string {
  return isSparse(task) ? ', sparse=True' : '';
}

/** The last step of a model: logits of the numbers that the expression gives. */
export function returnCode({ outputs }: ListingTask, logits: string): string {
  return `        return ${logits}${outputs === 1 ? '.squeeze(1)' : ''}`;
}

/** The number of outputs, as an expression. */
export function outputsCode({ outputs }: ListingTask): string {
  return outputs === 1 ? '1' : 'len(CLASSES)';
}
