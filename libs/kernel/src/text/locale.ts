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
