// A dense layer whose inputs are rows of weighted features, nearly all of them zero: y = x W + b, W being a table by feature.
import { recordColumnSum } from '../column-sum';
import type { Layer, Net, Signal } from '../net';
import { sparseProduct } from '../ops/sparse-product/op';
import type { Parameter } from '../parameters';
import type { SegmentCounts } from '../segments';
import type { Table } from '../table';
import { recordTableSlopes } from '../table-slopes';

/** What a sparse dense layer is made of. */
export interface SparseDenseOptions {
  table: Table; // (V, D), D a multiple of 4; columns that only fill it up are zeros
  bias: Parameter; // (outputs), at most D of them
  segments: SegmentCounts; // of the SparsePlan that fills the net's plan
}

/** Features times a table, plus a bias; has no slopes to hand on. */
export class SparseDense implements Layer {
  readonly output: Signal; // (B, D); slopes of columns that only fill it up must be left at zero
  private readonly net: Net;
  private readonly options: SparseDenseOptions;

  constructor(net: Net, options: SparseDenseOptions) {
    this.net = net;
    this.options = options;
    this.output = net.signal(net.batch, options.table.width);
  }

  forward(): void {
    const { backend, batch, plan, parameters } = this.net;
    const { values: table, width } = this.options.table;
    const blocks = { plan, table, bias: parameters.values, y: this.output.values };
    const form = { batch, width, biasAt: this.options.bias.at / 4 };
    backend.run(sparseProduct, blocks, form, batch * (width / 4));
  }

  backward(): void {
    const { net } = this;
    const { table, bias, segments } = this.options;
    const { slopes: dy, width } = this.output;
    recordTableSlopes(net, { table, segments, dy, isWeighted: true });
    const x = { block: dy, row: width };
    const [out, outAt] = [net.parameters.slopes, bias.at];
    recordColumnSum(net, { rows: net.batch, columns: bias.size, x, out, outAt });
  }
}
