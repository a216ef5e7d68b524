// Answers typed texts with a kept model, through exactly the run's own cleaning and tokenizing.
// One text is too little work for a GPU, and must never wait for a training: it is answered by plain loops.
import type { Prediction, Run, SavedModel } from '../core/run';
import { UNKNOWN_ID } from '../core/types';
import type { Model } from '../models/model';
import { createPlainBackend } from '../nn/plain';
import { answer } from '../predict/answer';
import { openStore } from '../store/db';
import { getModel, getRun } from '../store/runs';
import { openReader, type TextReader } from '../text/reader';
import { tokenize } from '../text/tokenizer';
import { START_WORD } from '../text/word-source';
import { cleanTyped } from './guarding';
import { makeModel, mostFeaturesOf, rowsOf } from './making';

interface Opened {
  run: Run;
  saved: SavedModel;
  reader: TextReader;
  model: Model;
}

const KEPT = 2; // models: the answers of two stand side by side
const opened = new Map<string, Promise<Opened>>(); // by run, the one that answered last behind the others

/** Forgets the models that were answering last. */
export function closeAnswering(): void {
  opened.clear();
}

/** The probabilities that a run's model finds for a text. */
export async function predict(runId: string, text: string): Promise<Prediction> {
  const { saved, reader, model } = await keep(runId);
  const cleaned = await cleanTyped(text, saved.clean);
  const {
    texts,
    ids,
    isRead,
    words: read,
    features,
    tags,
  } = tokenize(saved.tokenizer, reader, cleaned);
  const probabilities = Array.from(await answer(model, { features, words: read }));
  const tokens = texts
    .map((text, i) => ({ text, known: ids[i] !== UNKNOWN_ID }))
    .filter((_, i) => isRead[i]);
  const own = tokens.filter((token) => token.text !== START_WORD);
  const words = { known: own.filter(({ known }) => known).length, all: own.length };
  return { probabilities, cleaned, tokens, cutWords: texts.length - tokens.length, words, tags };
}

function keep(runId: string): Promise<Opened> {
  const kept = opened.get(runId) ?? open(runId);
  opened.delete(runId);
  opened.set(runId, kept);
  kept.catch(() => opened.delete(runId));
  const [oldest] = opened.keys();
  if (opened.size > KEPT) opened.delete(oldest);
  return kept;
}

async function open(runId: string): Promise<Opened> {
  const store = await openStore();
  const [run, saved] = await Promise.all([getRun(store, runId), getModel(store, runId)]);
  const { text } = saved;
  const reader = await openReader(text, saved.language);
  const model = makeModel(createPlainBackend(), run.settings, {
    ...rowsOf(saved.tokenizer),
    classes: run.classes.length,
    batchRows: 1,
    batchFeatures: mostFeaturesOf(saved.tokenizer, text.maxLength),
    mostWords: text.maxLength,
    cut: text.cut,
  });
  await model.importWeights(saved.parameters);
  return { run, saved, reader, model };
}
