// What a model is told of the rows that it will learn from.
import type { Facts } from '../models/model';
import { classWeightsOf } from './class-weights';
import { idfOf } from './idf';
import { strongest } from './strongest';
import { importanceOf } from './importance';
import type { Learning } from './task';

/** Weights of features, of the kind that the model asks for, and of classes; all counted on the task's rows. */
export function factsOf(task: Learning): Facts {
  const { examples, rows, classes, settings } = task;
  const { balanced } = settings;
  return {
    featureWeights: featureWeightsOf(task),
    classWeights: classWeightsOf(examples.labels, rows, { classes, balanced }),
  };
}

function featureWeightsOf({ model, examples, rows, tableRows, inputs }: Learning) {
  const { features } = examples;
  switch (model.featureWeights) {
    case 'ones':
      return new Float32Array(tableRows).fill(1);
    case 'log-count-ratio':
      return importanceOf(examples, rows, tableRows);
    case 'idf': {
      const idf = idfOf(features, rows, tableRows);
      return inputs > 0 ? strongest(features, rows, { weights: idf, by: 'tf-idf' }, inputs) : idf;
    }
    case 'counts':
    case 'binary': {
      const weights = new Float32Array(tableRows).fill(1);
      const by = model.featureWeights;
      return inputs > 0 ? strongest(features, rows, { weights, by }, inputs) : weights;
    }
    default:
      return model.featureWeights satisfies never;
  }
}
