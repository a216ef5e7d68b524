// In the browser: training steps of models in plain TF.js layers, the way anybody would write them, on whatever backend TF.js
// has. Sizes are exported, so that our own models can be measured beside them.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { env, oneHot, tensor2d, tidy, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { input, layers, model, sequential, type LayersModel } from '@tensorflow/tfjs-layers';
import { STREAM, randomUnit } from '../../../src/core/random';

/** Sizes of the models: rows of a batch, words of a row, rows of the table of embeddings and their width. */
export const PEER_SIZES = {
  lstm: { rows: 128, words: 40, tableRows: 10_000, width: 128, units: 128, classes: 4 },
  cnn: {
    rows: 64,
    words: 64,
    tableRows: 10_000,
    width: 128,
    filters: 100,
    widths: [3, 4, 5],
    classes: 4,
  },
  mlp: { rows: 64, inputs: 100, units: 50, classes: 4 },
} as const;

/** A model that is measured. */
export type PeerName = keyof typeof PEER_SIZES;

function makeLstm(): LayersModel {
  const { words, tableRows, width, units, classes } = PEER_SIZES.lstm;
  return sequential({
    layers: [
      layers.embedding({ inputDim: tableRows, outputDim: width, inputLength: words }),
      layers.lstm({ units }),
      layers.dense({ units: classes, activation: 'softmax' }),
    ],
  });
}

function makeCnn(): LayersModel {
  const { words, tableRows, width, filters, widths, classes } = PEER_SIZES.cnn;
  const ids = input({ shape: [words] });
  const x = layers.embedding({ inputDim: tableRows, outputDim: width }).apply(ids);
  const pooled = widths.map((kernelSize) => {
    const maps = layers.conv1d({ filters, kernelSize, activation: 'relu' }).apply(x);
    return layers.globalMaxPooling1d().apply(maps);
  });
  const joined = layers.concatenate().apply(pooled as ReturnType<typeof input>[]);
  const y = layers.dense({ units: classes, activation: 'softmax' }).apply(joined);
  return model({ inputs: ids, outputs: y as ReturnType<typeof input> });
}

function makeMlp(): LayersModel {
  const { inputs, units, classes } = PEER_SIZES.mlp;
  return sequential({
    layers: [
      layers.dense({ units, activation: 'relu', inputShape: [inputs] }),
      layers.dense({ units: classes, activation: 'softmax' }),
    ],
  });
}

const MAKERS: Record<PeerName, () => LayersModel> = { lstm: makeLstm, cnn: makeCnn, mlp: makeMlp };

const draw = (i: number) => randomUnit(1, STREAM.sample, i);

/** Random words, common ones more often, or random features. */
function drawInputs(name: PeerName): Tensor2D {
  const { rows } = PEER_SIZES[name];
  if (name === 'mlp') {
    const { inputs } = PEER_SIZES.mlp;
    return tensor2d(
      Float32Array.from({ length: rows * inputs }, (_, i) => draw(i)),
      [rows, inputs],
    );
  }
  const { words, tableRows } = PEER_SIZES[name];
  const ids = Float32Array.from({ length: rows * words }, (_, i) =>
    Math.floor(draw(i) ** 2 * tableRows),
  );
  return tensor2d(ids, [rows, words]);
}

function drawLabels(name: PeerName): Tensor {
  const { rows, classes } = PEER_SIZES[name];
  const labels = Int32Array.from({ length: rows }, (_, row) => row % classes);
  return tidy(() => oneHot(labels, classes));
}

/** Milliseconds of trainOnBatch with Adam, which waits for its loss: the median of `steps` steps after one that warms up. */
export async function timeLayers(name: PeerName, steps: number): Promise<number> {
  const forwards = env().getBool('WEBGPU_CPU_FORWARD');
  env().set('WEBGPU_CPU_FORWARD', true); // as TF.js has it unless told, and ours does not
  const peer = MAKERS[name]();
  peer.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const [x, y] = [drawInputs(name), drawLabels(name)];
  const times: number[] = [];
  for (let step = 0; step <= steps; step++) {
    const start = performance.now();
    await peer.trainOnBatch(x, y);
    if (step > 0) times.push(performance.now() - start);
  }
  x.dispose();
  y.dispose();
  peer.dispose();
  env().set('WEBGPU_CPU_FORWARD', forwards);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
