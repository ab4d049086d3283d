import {
  defineTexts,
  hasText,
  type Locale,
  type LocalizedText,
  renderText,
  type TextParams,
} from '@app/kernel';
import type { NotificationChannel, NotificationKind } from './notification-kind.js';

/** The sentences of a notice: a short title, and one sentence that says it all. */
export interface NoticeTexts {
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  /** What messages add after the link, such as how to get no more. */
  readonly footer?: LocalizedText;
}

/**
 * Declares a notice's sentences: `<code>_TITLE` and `<code>_TEXT` for the list, `<code>_SUBJECT` and `<code>_BODY` for
 * messages, which add the link that begins to act.
 */
export function defineNotice(code: string, { title, text, footer }: NoticeTexts): void {
  defineTexts({
    [`${code}_TITLE`]: title,
    [`${code}_TEXT`]: text,
    [`${code}_SUBJECT`]: title,
    [`${code}_BODY`]: {
      zh: `【链桥】${text.zh}{link}${footer?.zh ?? ''}`,
      en: `[Lianqiao] ${text.en} {link}${footer?.en ?? ''}`,
    },
  });
}

/** A parameter that differs by language: the code of a sentence, such as a reason, or a name in both languages. */
export type NoticeWord = string | LocalizedText;

/** What a notice says. */
export interface NoticeWording {
  readonly code: string;
  readonly params: TextParams;
  readonly words: Readonly<Record<string, NoticeWord>>;
}

/** The parameters of a notice in a language. */
export function noticeParams({ params, words }: NoticeWording, locale: Locale): TextParams {
  const inLocale = (word: NoticeWord) => (typeof word === 'string' ? renderText(locale, word) : word[locale]);
  const rendered = Object.entries(words).map(([name, word]) => [name, inLocale(word)] as const);
  return { ...params, ...Object.fromEntries(rendered) };
}

/** The title or the sentence of a notice in a language. */
export function renderNotice(notice: NoticeWording, part: 'TITLE' | 'TEXT', locale: Locale): string {
  return renderText(locale, `${notice.code}_${part}`, noticeParams(notice, locale));
}

/** Whether somebody declared a notice. */
export function isNotice(code: string): boolean {
  return hasText(`${code}_TITLE`);
}

/** What persons are to be told. */
export interface Notice {
  readonly userIds: readonly string[];
  readonly kind: NotificationKind;
  /** Code of the sentences, see {@link import('./notice-texts.js').defineNotice}. */
  readonly code: string;
  readonly params?: TextParams;
  /** Parameters that differ by language. */
  readonly words?: Readonly<Record<string, NoticeWord>>;
  /** GraphQL type and key of what it is about. */
  readonly target?: { readonly type: string; readonly key: string };
  /** As whose members they are told. */
  readonly organizationId?: string;
  /** Why, such as the event's id: nobody is told twice for the same reason. */
  readonly origin: string;
  /** The ways that come into question; all when left out. */
  readonly only?: readonly NotificationChannel[];
  /** Told only to those who were told for this reason before. */
  readonly follows?: string;
  /** Parameters that only messages need, such as a link by which no more come; `link` in place of the target's. */
  readonly messageParams?: TextParams;
}
