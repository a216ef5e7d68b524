// Rules for how people type: characters of full and half width, emoji, and characters that are repeated for emphasis.

const WIDES = /[\uff01-\uffee]+/g;

/** Gives characters of full and half width their usual form: NFKC of those characters alone (Unicode Standard Annex 15). */
export function unifyWidth(text: string): string {
  return text.replace(WIDES, (run) => run.normalize('NFKC'));
}

const MAYBE_EMOJI =
  /[\u231a-\u27bf\u2934-\u2b55\u3030\u303d\u3297\u3299\ud83c-\ud83e]|\u20e3|\ufe0f/;
// An emoji, or a sign such as ☺ that most devices draw as one; © and digits only where they are marked as emoji.
const EMOJI =
  /(?:(?:[0-9#*]\ufe0f?\u20e3|\p{Emoji}\ufe0f|\p{Emoji_Presentation}|(?![\0-\u25ff\u3000-\u33ff])\p{Emoji})(?:\ufe0e|\ufe0f|\u200d|[\u{e0020}-\u{e007f}])*)+/gu;

/** Removes emoji, with the joiners and colours of their parts (Unicode Technical Standard 51). */
export function removeEmoji(text: string): string {
  return MAYBE_EMOJI.test(text) ? text.replace(EMOJI, ' ') : text;
}

const REPEATED = /(\p{L})\1{2,}|([^\p{L}\p{N}\p{M}\s])\2{2,}/gu;

/** Shortens what stands three times or more in a row: letters to two, marks to one, points to three; digits stay. */
export function shortenRepeats(text: string): string {
  return text.replace(REPEATED, shortenRun);
}

function shortenRun(run: string, letter: string | undefined, mark: string | undefined): string {
  if (mark !== undefined) return mark === '.' ? '...' : mark;
  // "www", and with capitals "III" and "AAA", are words.
  if (letter === undefined || /^(?:www|\p{Lu}{3})$/u.test(run)) return run;
  return letter + letter;
}
