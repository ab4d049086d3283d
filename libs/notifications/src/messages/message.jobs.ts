import { JobHandler, jobKind } from '@app/database';
import { Clock, hasText, renderText, type TextParams, toPlainLine } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Channel, type ChannelMessage } from './channel.js';
import type { OutgoingMessageRow } from './outgoing-message.entity.js';
import { OutgoingMessagesRepository } from './outgoing-messages.repository.js';
import { MESSAGE_DELIVERY } from './queued-message-sender.js';

/** The message with its sentences in the receiver's language; throws for a template that no library declared. */
export function renderMessage(row: OutgoingMessageRow): ChannelMessage {
  const { id, channel, recipient: to, template, locale, orderedAt, uselessAfter } = row;
  const params = plainParams(row.params);
  const [subjectCode, bodyCode] = [`${template}_SUBJECT`, `${template}_BODY`];
  if (!hasText(subjectCode) || !hasText(bodyCode))
    throw new Error(`no sentences for the message ${template}`);
  const subject = renderText(locale, subjectCode, params);
  return {
    id,
    channel,
    to,
    subject,
    text: renderText(locale, bodyCode, params),
    locale,
    template,
    params,
    ...(typeof params['unsubscribe'] === 'string' ? { unsubscribe: params['unsubscribe'] } : {}),
    orderedAt,
    uselessAfter,
  };
}

/** Parameters whose texts are lines: what people called themselves or an event begins no header and no paragraph. */
function plainParams(params: TextParams): TextParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? toPlainLine(value) : value,
    ]),
  );
}

/** Carries messages to their channel, in the worker; at least once, and never after they have lost their point. */
@Injectable()
export class MessageDeliveryJob extends JobHandler<{ messageId: string }> {
  readonly kind = MESSAGE_DELIVERY;

  constructor(
    private readonly messages: OutgoingMessagesRepository,
    private readonly channel: Channel,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ messageId }: { messageId: string }): Promise<void> {
    const row = await this.messages.findMessage(messageId);
    if (!row) return;
    if (row.uselessAfter > this.clock.now()) await this.channel.send(renderMessage(row));
    await this.messages.deleteMessage(messageId);
  }
}

/** The clearing away of messages that could not be sent while they had a point. */
export const MESSAGE_CLEANING = jobKind<Record<string, never>>('notifications.clean-messages', {
  expireSeconds: 60,
});

/**
 * Removes, every few minutes, what stayed behind after the last retry or lies in the channel's folder: it may hold a code,
 * and always a number.
 */
@Injectable()
export class MessageCleaningJob extends JobHandler<Record<string, never>> {
  readonly kind = MESSAGE_CLEANING;
  override readonly timer = { cron: '*/10 * * * *', order: {} };

  constructor(
    private readonly messages: OutgoingMessagesRepository,
    private readonly channel: Channel,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.messages.deleteExpiredMessages(now);
    await this.channel.removeUseless(now);
  }
}
