import type { TextParams } from '@app/kernel';
import type { NoticeWord } from './notice-texts.js';
import type { NotificationKind } from './notification-kind.js';

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
  /** Parameters that only messages need, such as a link by which no more come. */
  readonly messageParams?: TextParams;
}
