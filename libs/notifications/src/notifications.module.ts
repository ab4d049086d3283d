import { MessageSender } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Channel } from './messages/channel.js';
import { OutboxFolderChannel } from './messages/outbox-folder-channel.js';
import { NotificationFeed, Notifier } from './inbox/notifier.js';
import { NotificationCleaningJob } from './inbox/notification-cleaning.job.js';
import {
  NotificationReceivedResolver,
  NotificationsResolver,
  UserNotificationsResolver,
} from './inbox/notifications.resolver.js';
import { Notification, NotificationPreference } from './inbox/notification.entity.js';
import { NotificationsHolder, NotificationsRepository } from './inbox/notifications.repository.js';
import { NotificationPreferencesService } from './inbox/notification-preferences.service.js';
import { NotificationsService } from './inbox/notifications.service.js';
import { PublicLinks } from './inbox/public-links.js';
import { ReceiversReader } from './inbox/receivers.reader.js';
import { MessageCleaningJob, MessageDeliveryJob } from './messages/message.jobs.js';
import { OutgoingMessageRow } from './messages/outgoing-message.entity.js';
import { OutgoingMessagesRepository } from './messages/outgoing-messages.repository.js';
import { QueuedMessageSender } from './messages/queued-message-sender.js';

const storage = [OutgoingMessagesRepository, NotificationsRepository, ReceiversReader];

const shared = [MessageDeliveryJob, MessageCleaningJob, NotificationCleaningJob, Notifier, PublicLinks];

const inbox = [
  NotificationsHolder,
  NotificationFeed,
  NotificationsService,
  NotificationPreferencesService,
  NotificationsResolver,
  UserNotificationsResolver,
  NotificationReceivedResolver,
];

/** Notifications: in the list of the portal, live, and as messages that the worker sends through a channel. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMessageRow, Notification, NotificationPreference])],
  providers: [
    ...storage,
    ...shared,
    ...inbox,
    { provide: Channel, useClass: OutboxFolderChannel },
    { provide: MessageSender, useClass: QueuedMessageSender },
  ],
  exports: [MessageSender, ReceiversReader, ...shared],
})
export class NotificationsModule {}
