// What features weigh, in both listings: TF-IDF, counts or 1, or how much they tell of the classes.
import { lines } from './python';
import { featuresOf } from './rows';
import type { ListingTask } from './task';

/** Code that makes `weigh(features)`: the features of a text with what they weigh, as a dictionary. */
export function weighCode(task: ListingTask): string {
  const { model } = task.settings;
  if (model.model !== 'linear' && model.model !== 'mlp') return '';
  const inputs = model.model === 'mlp' ? model.inputs : 0;
  const isTfidf = model.weighting === 'tf-idf';
  return lines(
    isTfidf ? tfidfCode(task) : countCode(task, model.weighting === 'binary'),
    ...(inputs > 0 ? strongestCode(inputs, isTfidf) : []),
    task.input === 'vector' &&
      `places = {feature: place for place, feature in enumerate(${isTfidf ? 'idf' : 'kept'})}`,
  );
}

function tfidfCode(task: ListingTask): string {
  return lines(
    '# ---- TF-IDF with sublinear counts, each text scaled to length 1',
    `seen = [${featuresOf(task)} for row in rows if row['split'] == 'train']`,
    'counts = Counter(feature for text in seen for feature in set(text))',
    'idf = {feature: math.log((1 + len(seen)) / (1 + count)) + 1 for feature, count in counts.items()}',
    '',
    'def weigh(features):',
    '    counts = Counter(feature for feature in features if feature in idf)',
    '    values = {feature: (1 + math.log(count)) * idf[feature] for feature, count in counts.items()}',
    '    length = math.sqrt(sum(value**2 for value in values.values())) or 1',
    '    return {feature: value / length for feature, value in values.items()}',
  );
}

function countCode(task: ListingTask, isBinary: boolean): string {
  return lines(
    isBinary
      ? '# ---- binary features: 1 for each that a text has'
      : '# ---- how often a text has each feature',
    `seen = [${featuresOf(task)} for row in rows if row['split'] == 'train']`,
    'kept = {feature for text in seen for feature in text}',
    '',
    'def weigh(features):',
    isBinary
      ? '    return {feature: 1 for feature in features if feature in kept}'
      : '    return dict(Counter(feature for feature in features if feature in kept))',
  );
}

function strongestCode(inputs: number, isTfidf: boolean): string[] {
  const chosen = `feature, _ in sums.most_common(${inputs})`;
  return [
    '',
    `# Only the ${inputs} features that weigh most over the training rows are read.`,
    'sums = Counter()',
    'for text in seen:',
    '    for feature, value in weigh(text).items():',
    '        sums[feature] += value',
    isTfidf ? `idf = {feature: idf[feature] for ${chosen}}` : `kept = {feature for ${chosen}}`,
  ];
}

/** Code that makes `telling(texts, labels)`: the weight of every feature in the bag's mean; `lib` is torch or np. */
export function tellingCode(lib: 'torch' | 'np'): string {
  return lines(
    'def telling(texts, labels):',
    '    """How much each feature tells of the classes: log-count ratios, Wang & Manning (2012)."""',
    `    have = ${lib}.zeros((len(CLASSES), ROWS))`,
    '    for text, label in zip(texts, labels):',
    '        have[label, list(set(text))] += 1',
    `    sizes = ${lib}.bincount(labels, minlength=len(CLASSES))[:, None]`,
    `    ratios = ${lib}.log((have + 0.3) / (have.sum(0) - have + 0.3))`,
    `    ratios = ratios - ${lib}.log((sizes + 0.6) / (sizes.sum() - sizes + 0.6))`,
    `    weights = 0.2 + ${lib}.amax(${lib}.abs(ratios), 0)`,
    '    weights[0] = 0  # filler',
    '    return weights',
  );
}
