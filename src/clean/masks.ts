// What names one person or place becomes a word that says its kind: e-mail addresses, phone numbers, user mentions. Hashtags become plain words.
// The words are letters alone, so that every way of cutting texts keeps them whole.

/** Stands for an e-mail address. */
export const EMAIL_WORD = 'emailaddress';
/** Stands for a phone number. */
export const PHONE_WORD = 'phonenumber';
/** Stands for the name of a user. */
export const USER_WORD = 'usermention';

const GLUE = /[\p{L}\p{N}\p{M}'’ʼ＇]/u; // would grow together with a word beside it

/** The word, with a space on the sides where a letter or digit stands. */
function setApart(word: string, text: string, start: number, end: number): string {
  const before = start > 0 && GLUE.test(text[start - 1]) ? ' ' : '';
  const behind = end < text.length && GLUE.test(text[end]) ? ' ' : '';
  return before + word + behind;
}

const MOST_LOCAL = 64; // characters before the '@', and
const MOST_DOMAIN = 255; // behind it: RFC 5321, section 4.5.3.1
const LOCAL = /[A-Za-z0-9._%+'-]/;
const DOMAIN = /[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/y;

/** Puts a word in the place of each e-mail address: looks both ways from each '@', which is rare. */
export function maskEmails(text: string): string {
  let masked = '';
  let done = 0; // characters of `text` already in `masked`
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOfLocal(text, at, done);
    const end = endOfDomain(text, at + 1);
    if (start === at || end < 0) continue;
    masked += text.slice(done, start) + setApart(EMAIL_WORD, text, start, end);
    done = end;
  }
  return done === 0 ? text : masked + text.slice(done);
}

function startOfLocal(text: string, at: number, least: number): number {
  const limit = Math.max(least, at - MOST_LOCAL);
  let start = at;
  while (start > limit && LOCAL.test(text[start - 1])) start--;
  while (start < at && /[.'-]/.test(text[start])) start++;
  return start;
}

/** Where the domain that begins at a place ends; -1 = there is none. Its last part is of letters: "@2.5" is a price. */
function endOfDomain(text: string, start: number): number {
  DOMAIN.lastIndex = 0;
  const found = DOMAIN.exec(text.slice(start, start + MOST_DOMAIN))?.[0].replace(/[-.]+$/, '');
  return found !== undefined && /\.[A-Za-z]{2,}$/.test(found) ? start + found.length : -1;
}

// A number is a phone's where its form says so. Years, scores, prices, dates, addresses of computers and the numbers of
// books and cards have other forms.
const SEPARATOR = '[ .\\-‐–]';
const FORMS = [
  `\\+[1-9]\\d{0,2}(?:${SEPARATOR}?\\(?\\d{1,5}\\)?){2,6}`, // +44 (0)20 7946 0958
  `00[1-9]\\d{0,2}(?:${SEPARATOR}\\d{2,5}){2,5}`, // 0044 20 7946 0958
  `(?:1[-. ])?\\([2-9]\\d{2}\\) ?\\d{3}[-. ]\\d{4}`, // (212) 555-0147
  `(?:1[-. ])?[2-9]\\d{2}[-.]\\d{3}[-.]\\d{4}`, // 212-555-0147
  `(?:1[-. ])?[2-9]\\d{2} \\d{3}[-.]\\d{4}`, // 212 555-0147
  `\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}(?:[-转]\\d{1,5})?`, // 010-62785001
  `[48]00-\\d{4}-?\\d{3}`, // 400-8101-234
  `1[3-9]\\d(?:[- ]?\\d{4}){2}`, // 138 0013 8000
  `0\\d{2,4}[ /-]\\d{3,4}[ -]?\\d{3,4}`, // 020 7946 0958
].join('|');
const COUNTED = '(?!\\s*(?:元|美元|欧元|人|万|亿|吨|%|％))'; // an amount of something
const PHONES = new RegExp(
  `(?<![A-Za-z\\d_$€£¥#]|\\d[.,:/-])(?:${FORMS})(?![A-Za-z\\d_]|[.,:/-]\\d)${COUNTED}`,
  'g',
);
// Behind a word such as "call", other forms are numbers of phones too: "call 555-0147".
const CALLED = new RegExp(
  `(?=[(\\d])(?<=(?:\\b(?:tel|phone|telephone|call|fax|mobile|hotline)|电话|手机|致电|热线|传真|拨打)[.:：]? {0,2})` +
    `\\(?\\d{2,5}\\)?(?:[- ]?\\d{2,5}){1,4}(?![A-Za-z\\d_]|[.,:/-]\\d)${COUNTED}`,
  'gi',
);
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15; // ITU-T E.164

/** Puts a word in the place of each phone number. */
export function maskPhones(text: string): string {
  return text.replace(PHONES, maskPhone).replace(CALLED, maskPhone);
}

function maskPhone(found: string, ...about: unknown[]): string {
  const digits = found.replace(/\D/g, '').length;
  if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) return found;
  const [at, text] = about.slice(-2) as [number, string];
  return setApart(PHONE_WORD, text, at, at + found.length);
}

const MENTION = /(?<![\p{L}\p{N}_.@/])@(?=[\p{L}_])[\p{L}\p{N}_]{1,30}/gu;

/** Puts a word in the place of each "@name". */
export function maskMentions(text: string): string {
  return text.replace(MENTION, (found, at: number, whole: string) =>
    setApart(USER_WORD, whole, at, at + found.length),
  );
}

const HASHTAG = /(?<![\p{L}\p{N}_&#])#([\p{L}_][\p{L}\p{N}_]{0,99})#?/gu;

/** Turns hashtags into the words that they are made of: "#BigNews" becomes "Big News", "#油价#" becomes "油价". */
export function openHashtags(text: string): string {
  return text.replace(HASHTAG, (found, name: string, at: number, whole: string) => {
    const words = name.replace(/_+/g, ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    return setApart(words, whole, at, at + found.length);
  });
}
