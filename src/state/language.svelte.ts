// The language of the page: remembered, else the browser's.
import { loadCatalogue, type Catalogue } from '../i18n/catalogue';
import { formatOf, type Format, type LanguageCode } from '../i18n/format';

const KEY = 'broadsheet.language';

/** The language first shown: the one chosen before, else Chinese for Chinese browsers, else English. */
export function firstLanguage(): LanguageCode {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** The current language with its words and formatters. */
export class Language {
  code = $state<LanguageCode>('en');
  words: Catalogue = $state.raw({} as Catalogue);
  readonly format: Format = $derived(formatOf(this.code));

  /** Loads a language and shows the page in it. */
  async choose(code: LanguageCode): Promise<void> {
    this.words = await loadCatalogue(code);
    this.code = code;
    document.documentElement.lang = code === 'zh' ? 'zh-Hans' : 'en';
    localStorage.setItem(KEY, code);
  }

  /** Switches to the other language. */
  async switch(): Promise<void> {
    await this.choose(this.code === 'en' ? 'zh' : 'en');
  }
}
