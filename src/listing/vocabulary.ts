// From texts to numbers, the same in both listings: words by one regular expression or as the file has them, the vocabulary of the
// training rows, and either the words of a text in their order or its features: known words, n-grams and parts of speech.
import { columnsOf } from '../core/prepared-file';
import type { TextSettings } from '../core/settings';
import type { Dataset } from '../core/types';
import { blocks, lines, section } from './python';
import { wordsOf } from './rows';
import type { ListingTask } from './task';

// Thai, Lao, Tibetan, Myanmar, Khmer, kana, bopomofo and Han: scripts that are written without spaces.
const UNSPACED = String.raw`[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u312f\u3400-\u9fff\uf900-\ufaff]`;
const LETTER = String.raw`[^\W_]`;
const SYMBOL = String.raw`[^\w\s]|_`;

/** Code that makes `encode(text)`, and for models that read features `features_of(text)`. */
export function vocabularyCode(task: ListingTask): string {
  const { text } = task.settings;
  const { about, input } = task;
  const hasNgrams = input !== 'words' && text.order > 1;
  const hasTags = input !== 'words' && text.partsOfSpeech;
  return section(
    'words',
    hasPattern(text) && wordPattern(text, about.language),
    splitCode(text, about.language),
    wordCountCode(task),
    encodeCode(task),
    hasNgrams && ngramCode(task),
    hasTags && tagCode(text.minCount, hasNgrams),
    input !== 'vector' &&
      `ROWS = ${firstBehind(hasNgrams)}${hasTags ? ' + len(tag_ids)' : ''}  # of the table by number`,
    input !== 'words' && featureCode(text),
  );
}

/** Whether a pattern finds the words; if not, they stand in the file. */
function hasPattern(text: TextSettings): boolean {
  return !columnsOf(text).includes('words');
}

/** The number behind those of words and n-grams, as an expression. */
function firstBehind(hasNgrams: boolean): string {
  return `2 + len(word_ids)${hasNgrams ? ' + len(ngram_ids)' : ''}`;
}

function wordPattern({ unit, punctuation }: TextSettings, language: Dataset['language']): string {
  const pattern = patternOf(unit, punctuation, language);
  return `WORD = re.compile(r${pattern.includes("'") ? `"${pattern}"` : `'${pattern}'`})`;
}

function patternOf(
  unit: TextSettings['unit'],
  punctuation: boolean,
  language: Dataset['language'],
): string {
  if (unit === 'characters' && language === 'spaced') return punctuation ? String.raw`\S` : LETTER;
  const isMixed = language === 'unspaced' && unit !== 'words';
  const letter = isMixed ? `(?:(?!${UNSPACED})${LETTER})` : LETTER;
  const inNumber = String.raw`(?<=\d)[.,](?=\d)`;
  const joint = punctuation ? inNumber : `(?:'|${inNumber})`;
  const run = `${letter}+(?:${joint}${letter}+)*`;
  return [
    ...(isMixed ? [String.raw`(?=\w)${UNSPACED}`] : []),
    run,
    ...(punctuation ? [SYMBOL] : []),
  ].join('|');
}

/** Whether words behind the cut are not even counted: they are cut before anything is known of them. */
function cutsFirst({ cut, unknown }: TextSettings): boolean {
  return cut === 'end' && unknown === 'mark';
}

function splitCode(text: TextSettings, language: Dataset['language']): string {
  const { punctuation, maxLength, unit, lowerCase } = text;
  const cut = cutsFirst(text) ? `[:${maxLength}]` : '';
  if (!hasPattern(text)) return lines('def words_of(text):', `    return text.split()${cut}`);
  const plain = `text${lowerCase ? '.lower()' : ''}${quotes(unit, punctuation, language)}`;
  const found = `WORD.findall(${plain})`;
  const all = punctuation ? `['⟨start⟩'] + ${found}` : found;
  const whole = cut && all.includes(' + ') ? `(${all})` : all;
  return lines('def words_of(text):', `    return ${whole}${cut}`);
}

/** One form for all apostrophes. */
function quotes(
  unit: TextSettings['unit'],
  punctuation: boolean,
  language: Dataset['language'],
): string {
  if (unit === 'characters' && language === 'spaced' && !punctuation) return '';
  return `.replace('’', "'")`;
}

function wordCountCode(task: ListingTask): string {
  const { minCount, maxWords } = task.settings.text;
  const kept = minCount > 1 ? `[word for word in counts if counts[word] >= ${minCount}]` : 'counts';
  return lines(
    `counts = Counter(word for row in rows if row['split'] == 'train' for word in words_of(${wordsOf(task)}))`,
    `ranked = sorted(${kept}, key=lambda word: (-counts[word], word))`,
    `word_ids = {word: i for i, word in enumerate(ranked[:${maxWords}], 2)}  # 0 is filler, 1 an unknown word`,
  );
}

function encodeCode({ settings, input }: ListingTask): string {
  const { text } = settings;
  const { maxLength, cut, unknown } = text;
  const orUnknown = input === 'words' ? ' or [1]' : ''; // so that no text is without words
  if (cutsFirst(text)) {
    const ids = `[word_ids.get(word, 1) for word in words_of(text)]${orUnknown}`;
    return lines('def encode(text):', `    return ${ids}`);
  }
  const range = cut === 'end' ? `[:${maxLength}]` : `[-${maxLength}:]`;
  const ids =
    unknown === 'drop'
      ? '[word_ids[word] for word in words_of(text) if word in word_ids]'
      : '[word_ids.get(word, 1) for word in words_of(text)]';
  return lines('def encode(text):', `    return ${ids}${range}${orUnknown}`);
}

function ngramCode(task: ListingTask): string {
  const { order, minCount, maxNgrams } = task.settings.text;
  const counts =
    minCount > 1 ? `[gram for gram in counts if counts[gram] >= ${minCount}]` : 'counts';
  const found =
    order > 3
      ? longNgramCode(order)
      : order === 2
        ? lines(
            'def ngrams_of(words):',
            '    return [pair for pair in zip(words, words[1:]) if 1 not in pair]',
          )
        : lines(
            'def ngrams_of(words):',
            '    pairs = zip(words, words[1:])',
            '    triples = zip(words, words[1:], words[2:])',
            '    return [gram for gram in (*pairs, *triples) if 1 not in gram]',
          );
  return blocks(
    found,
    lines(
      `counts = Counter(gram for row in rows if row['split'] == 'train' for gram in ngrams_of(encode(${wordsOf(task)})))`,
      `ranked = sorted(${counts}, key=lambda gram: (-counts[gram], gram))`,
      `ngram_ids = {gram: i for i, gram in enumerate(ranked[:${maxNgrams}], 2 + len(word_ids))}`,
    ),
  );
}

function longNgramCode(order: number): string {
  return lines(
    'def is_known(gram):  # above three words only of the most frequent ones, as on the page',
    '    return 1 not in gram and (len(gram) < 4 or max(gram) < 2 ** (60 // len(gram)))',
    '',
    'def ngrams_of(words):',
    `    grams = [gram for n in range(2, ${order + 1}) for gram in zip(*(words[i:] for i in range(n)))]`,
    '    return [gram for gram in grams if is_known(gram)]',
  );
}

function tagCode(minCount: number, hasNgrams: boolean): string {
  const kept = minCount > 1 ? `[tag for tag in counts if counts[tag] >= ${minCount}]` : 'counts';
  return lines(
    "counts = Counter(tag for row in rows if row['split'] == 'train' for tag in row['tags'].split())",
    `tag_ids = {tag: i for i, tag in enumerate(${kept}, ${firstBehind(hasNgrams)})}`,
  );
}

function featureCode({ order, unknown, partsOfSpeech }: TextSettings): string {
  if (partsOfSpeech) return taggedFeatureCode(order > 1);
  const known = unknown === 'drop' ? 'words' : '[word for word in words if word != 1]';
  if (order === 1)
    return lines(
      'def features_of(text):',
      unknown === 'drop'
        ? '    return encode(text)'
        : '    return [word for word in encode(text) if word != 1]',
    );
  return lines(
    'def features_of(text):',
    '    words = encode(text)',
    '    grams = [ngram_ids[gram] for gram in ngrams_of(words) if gram in ngram_ids]',
    `    return ${known} + grams`,
  );
}

function taggedFeatureCode(hasNgrams: boolean): string {
  return lines(
    'def features_of(text, tags):',
    '    words = encode(text)',
    hasNgrams && '    grams = [ngram_ids[gram] for gram in ngrams_of(words) if gram in ngram_ids]',
    '    own = [tag_ids[tag] for tag in tags.split() if tag in tag_ids]',
    `    return [word for word in words if word != 1]${hasNgrams ? ' + grams' : ''} + own`,
  );
}
