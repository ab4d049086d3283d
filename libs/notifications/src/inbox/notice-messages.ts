import { IdentifierKind, MessageSender } from '@app/identity';
import { Clock, encodeGlobalId, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Notice } from './notice.js';
import { isNotice, noticeParams } from './notice-texts.js';
import { NotificationChannel } from './notification-kind.js';
import type { NewNotification } from './notifications.repository.js';
import { PublicLinks } from './public-links.js';
import type { Receiver } from './receivers.repository.js';

/** A message that could not leave within three days tells nobody anything. */
const POINT_MS = 3 * 86_400_000;

const IDENTIFIER_OF = {
  [NotificationChannel.EMAIL]: IdentifierKind.EMAIL,
  [NotificationChannel.SMS]: IdentifierKind.PHONE,
} as const;

const MESSAGES = [NotificationChannel.EMAIL, NotificationChannel.SMS] as const;

/** Writes a notice down for one person, and as messages. */
@Injectable()
export class NoticeMessages {
  constructor(
    private readonly sender: MessageSender,
    private readonly links: PublicLinks,
    private readonly clock: Clock,
  ) {}

  /** The row of one person. Throws for a notice that nobody declared. */
  row(notice: Notice, userId: string, ways: readonly NotificationChannel[]): NewNotification {
    if (!isNotice(notice.code)) throw new Error(`no sentences for the notice ${notice.code}`);
    return {
      id: newId(),
      userId,
      organizationId: notice.organizationId ?? null,
      kind: notice.kind,
      code: notice.code,
      params: notice.params ?? {},
      words: notice.words ?? {},
      targetType: notice.target?.type ?? null,
      targetKey: notice.target?.key ?? null,
      origin: notice.origin,
      listed: ways.includes(NotificationChannel.IN_APP),
      createdAt: this.clock.now(),
    };
  }

  /** Orders the messages of one person: to the first verified address and number, as far as they are wanted. */
  async send(notice: Notice, receiver: Receiver, ways: readonly NotificationChannel[]): Promise<void> {
    const { code, params = {}, words = {} } = notice;
    const link = notice.target
      ? this.links.toThing(encodeGlobalId(notice.target.type, notice.target.key))
      : this.links.toStart();
    for (const way of MESSAGES) {
      const to = receiver.identifiers.find(({ kind }) => kind === IDENTIFIER_OF[way]);
      if (!to || !ways.includes(way)) continue;
      await this.sender.send({
        to,
        template: code,
        params: { ...noticeParams({ code, params, words }, receiver.locale), link, ...notice.messageParams },
        locale: receiver.locale,
        uselessAfter: new Date(this.clock.now().getTime() + POINT_MS),
      });
    }
  }
}
