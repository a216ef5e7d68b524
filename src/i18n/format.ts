// Numbers, sizes, times and plurals as a language writes them, through Intl.

/** The languages of the page. */
export type LanguageCode = 'en' | 'zh';

const LOCALE: Record<LanguageCode, string> = { en: 'en-GB', zh: 'zh-CN' };
const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How one language writes values. */
export interface Format {
  number: (value: number, digits?: number) => string; // 83,425
  scientific: (value: number) => string; // 1e-4
  percent: (share: number, digits?: number) => string; // 0.919 -> 91.9 %
  bytes: (size: number) => string; // 20.5 MB
  duration: (seconds: number) => string; // 1 min 5 s
  date: (ms: number) => string;
  plural: (count: number, one: string, other: string) => string; // picks a word; the number itself is written elsewhere
  list: (items: string[]) => string;
  sentences: (said: (string | false | null)[]) => string; // one after another; what is not said falls out
  languages: <K extends string>(codes: Readonly<Record<K, string>>) => Record<K, string>; // ISO 639 codes to names
}

function duration(seconds: number, unit: (value: number, name: string) => string): string {
  if (seconds < 1) return unit(Math.round(seconds * 10) / 10, 'second');
  const whole = Math.round(seconds);
  if (whole < 60) return unit(whole, 'second');
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes < 60)
    return rest === 0
      ? unit(minutes, 'minute')
      : `${unit(minutes, 'minute')} ${unit(rest, 'second')}`;
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}

/** Makes the formatters of a language. */
export function formatOf(code: LanguageCode): Format {
  const locale = LOCALE[code];
  const plurals = new Intl.PluralRules(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'byte' ? 'long' : 'short', // "31 byte" would be the short form
      maximumFractionDigits: 1,
    }).format(value);
  return {
    number: (value, digits = 0) =>
      value.toLocaleString(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    scientific: (value) => value.toExponential(0).replace('e+', 'e'),
    percent: (share, digits = 1) => {
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return `${(share * 100).toLocaleString(locale, options)}\u202f%`;
    },
    bytes: (size) => {
      const step = Math.max(0, Math.min(3, Math.floor(Math.log10(Math.max(1, size)) / 3)));
      return unit(size / 1000 ** step, STEPS[step]);
    },
    duration: (seconds) => duration(seconds, unit),
    date: (ms) => dates.format(ms),
    plural: (count, one, other) => (plurals.select(count) === 'one' ? one : other),
    list: (items) => lists.format(items),
    sentences: (said) => said.filter(Boolean).join(code === 'zh' ? '' : ' '),
    languages: <K extends string>(codes: Readonly<Record<K, string>>) => {
      const entries = Object.entries<string>(codes);
      return Object.fromEntries(entries.map(([key, of]) => [key, names.of(of) ?? key])) as Record<
        K,
        string
      >;
    },
  };
}
