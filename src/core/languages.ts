// The languages that stemmers and lists of stop words are known for, by the names that settings have, each with its code in
// ISO 639, by which the page says its name.

/** Languages whose endings can be taken off. */
export const STEMMED = {
  english: 'eng',
  porter: 'eng', // the first stemmer for English, of 1980
  arabic: 'ara',
  armenian: 'hye',
  basque: 'eus',
  catalan: 'cat',
  czech: 'ces',
  danish: 'dan',
  dutch: 'nld',
  finnish: 'fin',
  french: 'fra',
  german: 'deu',
  hungarian: 'hun',
  irish: 'gle',
  italian: 'ita',
  norwegian: 'nob',
  portuguese: 'por',
  romanian: 'ron',
  russian: 'rus',
  slovene: 'slv',
  spanish: 'spa',
  swedish: 'swe',
  tamil: 'tam',
  turkish: 'tur',
} as const;

/** One of them. */
export type Stemmed = keyof typeof STEMMED;

/** Languages whose stop words are listed. */
export const STOPPED = {
  english: 'eng',
  chinese: 'zho',
  arabic: 'ara',
  bengali: 'ben',
  bulgarian: 'bul',
  catalan: 'cat',
  croatian: 'hrv',
  czech: 'ces',
  danish: 'dan',
  dutch: 'nld',
  finnish: 'fin',
  french: 'fra',
  german: 'deu',
  greek: 'ell',
  hebrew: 'heb',
  hindi: 'hin',
  hungarian: 'hun',
  indonesian: 'ind',
  italian: 'ita',
  japanese: 'jpn',
  korean: 'kor',
  norwegian: 'nob',
  persian: 'fas',
  polish: 'pol',
  portuguese: 'por',
  romanian: 'ron',
  russian: 'rus',
  spanish: 'spa',
  swedish: 'swe',
  thai: 'tha',
  turkish: 'tur',
  ukrainian: 'ukr',
  urdu: 'urd',
  vietnamese: 'vie',
} as const;

/** One of them. */
export type Stopped = keyof typeof STOPPED;
