import { Jobs, jobKind } from '@app/database';
import { IdentifierKind, MessageSender, type OutgoingMessage } from '@app/identity';
import { Clock, hasText, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OutgoingMessagesRepository } from './outgoing-messages.repository.js';

/** The job that carries one message to its channel. */
export const MESSAGE_DELIVERY = jobKind<{ messageId: string }>('notifications.deliver-message', {
  expireSeconds: 60,
  retries: 6,
});

/**
 * Orders messages by a row and a job in the use case's own transaction: rolled back, neither was ever there; committed,
 * the worker carries the message out even if this process dies now.
 */
@Injectable()
export class QueuedMessageSender extends MessageSender {
  constructor(
    private readonly messages: OutgoingMessagesRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send({ to, template, params, locale, uselessAfter }: OutgoingMessage): Promise<void> {
    if (!hasText(`${template}_BODY`)) throw new Error(`no sentences for the message ${template}`);
    const id = newId();
    const channel = to.kind === IdentifierKind.PHONE ? 'SMS' : 'EMAIL';
    const orderedAt = this.clock.now();
    await this.messages.insertMessage({
      id,
      channel,
      recipient: to.value,
      template,
      params,
      locale,
      orderedAt,
      uselessAfter,
    });
    await this.jobs.enqueue(MESSAGE_DELIVERY, { messageId: id });
  }
}
