// The layer that turns words into numbers: each position of a batch gets the row of a table that its id names.
import type { Layer, Net, Pass, Signal } from '../net';
import { embedding } from '../ops/embedding/op';
import type { SegmentCounts } from '../segments';
import type { Table } from '../table';
import { recordTableSlopes } from '../table-slopes';

/** What an embedding is made of. */
export interface EmbeddingOptions {
  table: Table; // (V, E), E a multiple of 4
  segments: SegmentCounts; // of the WordPlan that fills the net's plan
}

/** Embeddings of words; has no slopes to hand on. */
export class Embedding implements Layer {
  readonly output: Signal; // (T * B, E), position p = t * B + row; zeros behind short rows unless padding counts
  private readonly net: Net;
  private readonly options: EmbeddingOptions;

  constructor(net: Net, options: EmbeddingOptions) {
    this.net = net;
    this.options = options;
    this.output = net.signal(net.length * net.batch, options.table.width);
  }

  forward({ length }: Pass): void {
    const { backend, batch, plan } = this.net;
    const { values: table, width } = this.options.table;
    const blocks = { plan, table, x: this.output.values };
    backend.run(embedding, blocks, { batch, width }, length * batch * (width / 4));
  }

  backward(): void {
    const { table, segments } = this.options;
    const dy = this.output.slopes;
    recordTableSlopes(this.net, { table, segments, dy, isWeighted: false });
  }
}
