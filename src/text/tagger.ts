// Parts of speech of English texts, by compromise (https://github.com/spencermountain/compromise): its lexicon and the rules on
// endings and neighbours, which are as much as a sentence's outline needs. Its later rules by whole patterns take six times as
// long and change one tag in fourteen. What it needs is loaded when it is asked for.

/** Parts of speech, the first that fits; a tag is 1 + the index of one. */
export const PARTS_OF_SPEECH = [
  'Negative',
  'Pronoun',
  'ProperNoun',
  'Noun',
  'Verb',
  'Adjective',
  'Adverb',
  'Determiner',
  'Preposition',
  'Conjunction',
  'QuestionWord',
  'Value',
  'Expression',
  'Other',
] as const;

/** The tag between two sentences. */
export const SENTENCE_END = 0;

/** Gives the tags of a text, word by word, with SENTENCE_END between its sentences. */
export type Tagger = (text: string) => number[];

const OTHER = PARTS_OF_SPEECH.length;

/** Loads the tagger. */
export async function loadTagger(): Promise<Tagger> {
  const { default: nlp } = await import('compromise/two');
  const steps = ['index', 'id', 'freeze', 'lexicon', 'preTagger', 'unfreeze'];
  return (text) => {
    const sentences: { tags?: Set<string> }[][] = nlp.tokenize(text).compute(steps).docs;
    return sentences.flatMap((words, i) => {
      const tags = words.map((word) => tagOf(word.tags ?? new Set()));
      return i === 0 ? tags : [SENTENCE_END, ...tags];
    });
  };
}

function tagOf(found: ReadonlySet<string>): number {
  const index = PARTS_OF_SPEECH.findIndex((name) => found.has(name));
  return index < 0 ? OTHER : index + 1;
}
