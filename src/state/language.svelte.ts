// The language of the page: remembered, else the browser's.
import { untrack } from 'svelte';
import { loadCatalogue, loadFirst, type Catalogue } from '../i18n/catalogue';
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
  words: Catalogue = $state.raw({} as Catalogue); // whole in every place but the first: see `complete`
  readonly format: Format = $derived(formatOf(this.code));
  #isWhole = false;
  #asked = 0; // counts what was asked for: an answer that came too late is dropped

  /** Shows the page in a language as soon as the words of its frame and its first place are there. */
  async open(code: LanguageCode): Promise<void> {
    const asked = ++this.#asked;
    const words = await loadFirst(code);
    if (asked === this.#asked) this.#show(code, words as Catalogue);
  }

  /** Loads the words that are missing; another place than the first is shown only after that. */
  async complete(): Promise<void> {
    if (this.#isWhole) return;
    const code = untrack(() => this.code); // who waits for words is not to start anew with another language
    const words = await loadCatalogue(code);
    if (this.#isWhole) return; // a language was chosen meanwhile
    this.words = words;
    this.#isWhole = true;
  }

  /** Loads a language and shows the page in it. */
  async choose(code: LanguageCode): Promise<void> {
    const asked = ++this.#asked;
    const words = await loadCatalogue(code);
    if (asked !== this.#asked) return;
    this.#isWhole = true;
    this.#show(code, words);
  }

  /** Switches to the other language. */
  async switch(): Promise<void> {
    await this.choose(this.code === 'en' ? 'zh' : 'en');
  }

  #show(code: LanguageCode, words: Catalogue): void {
    this.words = words;
    this.code = code;
    document.documentElement.lang = code === 'zh' ? 'zh-Hans' : 'en';
    localStorage.setItem(KEY, code);
  }
}
