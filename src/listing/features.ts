// What features weigh, in both listings: TF-IDF, or how much they tell of the classes.
import { lines } from './python';
import type { ListingTask } from './task';

/** Code that makes `weigh(text)`: the features of a text with their TF-IDF, as a dictionary. */
export function tfidfCode({ settings, input }: ListingTask): string {
  const { model } = settings;
  const inputs = model.model === 'mlp' ? model.inputs : 0;
  return lines(
    '# ---- TF-IDF with sublinear counts, each text scaled to length 1',
    "seen = [features_of(row['text']) for row in rows if row['split'] == 'train']",
    'counts = Counter(feature for text in seen for feature in set(text))',
    'idf = {feature: math.log((1 + len(seen)) / (1 + count)) + 1 for feature, count in counts.items()}',
    '',
    'def weigh(features):',
    '    counts = Counter(feature for feature in features if feature in idf)',
    '    values = {feature: (1 + math.log(count)) * idf[feature] for feature, count in counts.items()}',
    '    length = math.sqrt(sum(value**2 for value in values.values())) or 1',
    '    return {feature: value / length for feature, value in values.items()}',
    ...(inputs > 0 ? strongestCode(inputs) : []),
    input === 'vector' && 'places = {feature: place for place, feature in enumerate(idf)}',
  );
}

function strongestCode(inputs: number): string[] {
  return [
    '',
    `# Only the ${inputs} terms with the greatest TF-IDF over the training rows are read.`,
    'sums = Counter()',
    'for text in seen:',
    '    for feature, value in weigh(text).items():',
    '        sums[feature] += value',
    `idf = {feature: idf[feature] for feature, _ in sums.most_common(${inputs})}`,
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
