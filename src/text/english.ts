// Whether texts are English: common words that its neighbours do not have make up a tenth of an English text and next to nothing
// of others.

const COMMON = new Set(
  'the and that with this from they which their would these there been into its said his but not than what when you your has are by it who could should'.split(
    ' ',
  ),
);
const LEAST_SHARE = 0.05; // of all words; headlines have fewer than prose

/** Whether so many of the words are common English ones that the texts must be English. */
export function areEnglish(texts: readonly string[]): boolean {
  const words =
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => COMMON.has(word)).length;
  return common >= LEAST_SHARE * words.length && common > 0;
}
