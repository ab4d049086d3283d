import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { type Translate, translatorOf } from './texts.js';

export type Locale = 'zh' | 'en';

/** BCP 47 tags of the two languages. */
export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** Reading settings: language and large text. Kept in cookies so that the server can apply them. */
export interface Reading {
  readonly locale: Locale;
  readonly large: boolean;
}

interface ReadingState extends Reading {
  readonly t: Translate;
  readonly change: (wish: Partial<Reading>) => void;
}

const ReadingContext = createContext<ReadingState | null>(null);

const YEAR_SECONDS = 31_536_000;

/** Applies the settings to the document and stores them in cookies. */
function apply({ locale, large }: Reading): void {
  document.documentElement.lang = LANGUAGE_TAGS[locale];
  document.documentElement.toggleAttribute('data-large', large);
  const rest = `path=/;max-age=${YEAR_SECONDS};samesite=lax`;
  document.cookie = `lianqiao_lang=${locale};${rest}`;
  document.cookie = `lianqiao_large=${large ? 1 : 0};${rest}`;
  const address = new URL(window.location.href);
  if (!address.searchParams.has('lang')) return;
  // The choice replaces `lang` in the address, so that a reload keeps it.
  address.searchParams.set('lang', locale);
  window.history.replaceState(window.history.state, '', address);
}

export function ReadingProvider({ initial, children }: { initial: Reading; children: ReactNode }) {
  const [reading, setReading] = useState(initial);
  const change = useCallback((wish: Partial<Reading>) => {
    setReading((present) => {
      const next = { ...present, ...wish };
      apply(next);
      return next;
    });
  }, []);
  const value = useMemo(() => ({ ...reading, t: translatorOf(reading.locale), change }), [reading, change]);
  return <ReadingContext.Provider value={value}>{children}</ReadingContext.Provider>;
}

/** The reading settings, the texts of the language, and a function to change them. */
export function useReading(): ReadingState {
  const state = useContext(ReadingContext);
  if (!state) throw new Error('There is no ReadingProvider around this.');
  return state;
}

/** The texts in the reader's language. */
export const useTexts = (): Translate => useReading().t;

/** The `lang` attribute for a text that may be Chinese, for screen readers and hyphenation. */
export function languageOf(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
}
