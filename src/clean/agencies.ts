// Agency tags: "(Reuters)" behind a title, "LONDON (Reuters) - " and "AP - " before a text, "-AP" at its end, "远望社3月5日电". Title
// and text are one by now, so a tag may stand in the middle.

const OPENING = '[（(【\\[]';
const CLOSING = '[）)】\\]]';
const DASH = '[-–—]{1,2}';
const SPACED_DASH = new RegExp(`\\s+${DASH}\\s+`, 'g');

/** Makes the rule that takes out the tags of the named agencies; their names in running text stay. */
export function agencyRule(agencies: readonly string[]): (text: string) => string {
  const names = agencies.map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) return (text) => text;
  const any = `(?:${names.map(escape).join('|')})`;
  const bracketed = new RegExp(
    `${OPENING}\\s*${any}(?:\\s*/\\s*${any})*\\s*${CLOSING}(?:\\s*(?:${DASH}(?=\\s|$)|[:：]))?`,
    'g',
  );
  const trailing = new RegExp(`\\s${DASH}\\s*${any}\\s*$`);
  const dispatch = dispatchPattern(names);

  return (text) => {
    let kept = text;
    if (/[（(【[]/.test(kept)) kept = kept.replace(bracketed, ' ');
    if (/[-–—]/.test(kept)) kept = removeLeading(kept.replace(trailing, ' '), names);
    return dispatch ? kept.replace(dispatch, ' ') : kept;
  };
}

/** Removes "AP - " and the like: looks back from each dash, since dashes are rare and names are many. */
function removeLeading(text: string, names: readonly string[]): string {
  let kept = '';
  let done = 0; // characters of `text` already in `kept` or removed
  for (const { 0: dash, index } of text.matchAll(SPACED_DASH)) {
    const name = names.find((each) => endsWithWord(text, each, index));
    if (name === undefined) continue;
    kept += text.slice(done, index - name.length);
    done = index + dash.length;
  }
  return done === 0 ? text : kept + text.slice(done);
}

function endsWithWord(text: string, word: string, end: number): boolean {
  if (!text.endsWith(word, end)) return false;
  const start = end - word.length;
  return start === 0 || /\s/.test(text[start - 1]);
}

/** "X社电", "X社讯" and "X社3月5日电" for names in Chinese characters. */
function dispatchPattern(names: readonly string[]): RegExp | null {
  const chinese = names.filter((name) => /\p{Script=Han}/u.test(name));
  if (chinese.length === 0) return null;
  const any = chinese.map(escape).join('|');
  return new RegExp(
    `(?:${any})(?:[\\p{Script=Han}\\d]{0,12}?日)?[电讯](?=\\s|[，：:—]|$)[，：:—]*`,
    'gu',
  );
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
