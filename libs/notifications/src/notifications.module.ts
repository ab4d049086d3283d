import { MessageSender } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Channel } from './channels/channel.js';
import { OutboxFolderChannel } from './channels/outbox-folder-channel.js';
import { MessageCleaning } from './messages/message-cleaning.js';
import { MessageDelivery } from './messages/message-delivery.js';
import { OutgoingMessageRow } from './messages/outgoing-message.entity.js';
import { OutgoingMessagesRepository } from './messages/outgoing-messages.repository.js';
import { QueuedMessageSender } from './messages/queued-message-sender.js';

/** Messages to persons: ordered in a use case's transaction, carried out by the worker through a channel. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMessageRow])],
  providers: [
    OutgoingMessagesRepository,
    MessageDelivery,
    MessageCleaning,
    { provide: Channel, useClass: OutboxFolderChannel },
    { provide: MessageSender, useClass: QueuedMessageSender },
  ],
  exports: [MessageSender, MessageDelivery, MessageCleaning],
})
export class NotificationsModule {}
