/** The languages of the platform; Chinese is the default. */
export type Locale = 'zh' | 'en';

export const LOCALES: readonly Locale[] = ['zh', 'en'];

/** A text in both languages. */
export interface LocalizedText {
  zh: string;
  en: string;
}

/** The reader's language from an explicit wish (`lang`) or an Accept-Language header; Chinese when neither says. */
export function chooseLocale(wish?: string, acceptLanguage?: string): Locale {
  for (const part of [wish ?? '', ...(acceptLanguage ?? '').split(',')]) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh';
}

/** Values that stand in a sentence: `{name}` in the catalogue is replaced by `params.name`. */
export type TextParams = Readonly<Record<string, string | number>>;

/** The sentences of a library: code → zh and en. */
export type TextCatalogue = Readonly<Record<string, LocalizedText>>;

const sentences = new Map<string, LocalizedText>();

/**
 * Declares a library's sentences. Codes are unique over the whole platform, since errors, match reasons and
 * notifications are stored and sent as code and parameters and rendered at the edge in the reader's language.
 */
export function defineTexts<T extends TextCatalogue>(catalogue: T): T {
  for (const [code, text] of Object.entries(catalogue)) {
    const known = sentences.get(code);
    if (known && (known.zh !== text.zh || known.en !== text.en)) throw new Error(`two sentences for ${code}`);
    sentences.set(code, text);
  }
  return catalogue;
}

/** The sentence of a code in a language; the code itself when no library declared it. */
export function renderText(locale: Locale, code: string, params: TextParams = {}): string {
  const sentence = sentences.get(code)?.[locale] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** Whether a code has its sentence. */
export function hasText(code: string): boolean {
  return sentences.has(code);
}
