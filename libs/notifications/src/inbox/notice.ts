import type { TextParams } from '@app/kernel';
import type { NoticeWord } from './notice-texts.js';
import type { NotificationChannel, NotificationKind } from './notification-kind.js';

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
