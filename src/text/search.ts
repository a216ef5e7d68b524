// Searches a vocabulary: what begins with the query first, then what holds it, each by falling count.
import { APOSTROPHES } from '../core/apostrophes';
import { FIRST_WORD_ID, type Tokenizer, type VocabularyEntry } from '../core/types';
import { textOfId } from './tokenizer';

const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g'); // a vocabulary has one form for all

/** The entries that match a query, at most `limit`; an empty query gives the most frequent. */
export function searchTokenizer(
  tokenizer: Tokenizer,
  query: string,
  limit: number,
): VocabularyEntry[] {
  const wanted = query.trim().toLowerCase().replace(ANY_APOSTROPHE, "'");
  const beginning: VocabularyEntry[] = [];
  const holding: VocabularyEntry[] = [];
  for (const { id, count, kind } of byFallingCount(tokenizer)) {
    if (beginning.length === limit) break;
    const text = textOfId(tokenizer, id) ?? '';
    const lower = text.toLowerCase();
    if (lower.startsWith(wanted)) beginning.push({ text, id, count, kind });
    else if (holding.length < limit && lower.includes(wanted))
      holding.push({ text, id, count, kind });
  }
  return [...beginning, ...holding].slice(0, limit);
}

/** Words, n-grams and parts of speech are each in falling order already: merges them. */
function* byFallingCount({ words, wordCounts, ngramCounts, tags = [] }: Tokenizer) {
  const firstNgram = FIRST_WORD_ID + words.length;
  const firstTag = firstNgram + ngramCounts.length;
  let t = 0;
  for (let w = 0, n = 0; w < words.length || n < ngramCounts.length;) {
    const isWord =
      n === ngramCounts.length || (w < words.length && wordCounts[w] >= ngramCounts[n]);
    const count = isWord ? wordCounts[w] : ngramCounts[n];
    for (; t < tags.length && tags[t].count > count; t++)
      yield { id: firstTag + t, count: tags[t].count, kind: 'tag' as const };
    if (isWord) yield { id: FIRST_WORD_ID + w++, count, kind: 'word' as const };
    else yield { id: firstNgram + n++, count, kind: 'ngram' as const };
  }
  for (; t < tags.length; t++)
    yield { id: firstTag + t, count: tags[t].count, kind: 'tag' as const };
}
