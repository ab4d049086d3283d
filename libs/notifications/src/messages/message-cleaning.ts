import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Channel } from '../channels/channel.js';
import { OutgoingMessagesRepository } from './outgoing-messages.repository.js';

/** The clearing away of messages that could not be sent while they had a point. */
export const MESSAGE_CLEANING = jobKind<Record<string, never>>('notifications.clean-messages', {
  expireSeconds: 60,
});

/**
 * Removes, every few minutes, what stayed behind after the last retry or lies in the channel's folder: it may hold a code,
 * and always a number.
 */
@Injectable()
export class MessageCleaning extends JobHandler<Record<string, never>> {
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
    await this.messages.removeUseless(now);
    await this.channel.removeUseless(now);
  }
}
