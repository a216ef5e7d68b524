// Two LSTM layers over the same words, one from each end; each writes its half of the output's columns.
// Parameters: those of '<name>' and of '<name> reversed' (layers/lstm.ts).
import type { Layer, Net, Pass, Signal } from '../net';
import { Lstm, type LstmOptions } from './lstm';

/** What both directions are made for; units are of each. */
export type BidirectionalLstmOptions = Omit<LstmOptions, 'isReversed' | 'output' | 'addsSlopes'>;

/** A pair of LSTM layers: input (T * B, E) to output (T * B, 2H), the reversed one's columns behind the other's. */
export class BidirectionalLstm implements Layer {
  readonly output: Signal;
  private readonly directions: readonly Lstm[];

  constructor(net: Net, input: Signal, options: BidirectionalLstmOptions) {
    const { name, units } = options;
    this.output = net.signal(net.length * net.batch, 2 * units);
    this.directions = [false, true].map(
      (isReversed) =>
        new Lstm(net, input, {
          ...options,
          name: isReversed ? `${name} reversed` : name,
          isReversed,
          output: { signal: this.output, at: isReversed ? units : 0 },
          addsSlopes: isReversed,
        }),
    );
  }

  forward(pass: Pass): void {
    for (const direction of this.directions) direction.forward(pass);
  }

  backward(pass: Pass): void {
    for (const direction of this.directions) direction.backward(pass);
  }
}
