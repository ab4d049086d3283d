import { MessageSender } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Channel } from './messages/channel.js';
import { OutboxFolderChannel } from './messages/outbox-folder-channel.js';
import { NoticeMessages, NotificationFeed, Notifier } from './inbox/notifier.js';
import { NotificationCleaning } from './inbox/notification-cleaning.job.js';
import {
  NotificationNodes,
  NotificationReceivedResolver,
  NotificationsResolver,
  UserNotificationsResolver,
} from './inbox/notifications.resolver.js';
import { Notification, NotificationPreference } from './inbox/notification.entity.js';
import {
  NotificationPreferencesRepository,
  NotificationsHolder,
  NotificationsRepository,
} from './inbox/notifications.repository.js';
import { NotificationPreferences } from './inbox/notification-preferences.service.js';
import './inbox/notifications.service.js';
import { Notifications } from './inbox/notifications.service.js';
import { PublicLinks } from './inbox/public-links.js';
import { ReceiversRepository } from './inbox/receivers.reader.js';
import { MessageCleaning, MessageDelivery } from './messages/message.jobs.js';
import { OutgoingMessageRow } from './messages/outgoing-message.entity.js';
import { OutgoingMessagesRepository } from './messages/outgoing-messages.repository.js';
import { QueuedMessageSender } from './messages/queued-message-sender.js';

const storage = [
  OutgoingMessagesRepository,
  NotificationsRepository,
  NotificationPreferencesRepository,
  ReceiversRepository,
];

/** What others may use. */
const services = [MessageDelivery, MessageCleaning, NotificationCleaning, Notifier, PublicLinks];

const inbox = [
  NotificationsHolder,
  NotificationFeed,
  NoticeMessages,
  Notifications,
  NotificationPreferences,
  NotificationNodes,
  NotificationsResolver,
  UserNotificationsResolver,
  NotificationReceivedResolver,
];

/** What persons are told: in the list, live, and by messages that the worker carries out through a channel. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMessageRow, Notification, NotificationPreference])],
  providers: [
    ...storage,
    ...services,
    ...inbox,
    { provide: Channel, useClass: OutboxFolderChannel },
    { provide: MessageSender, useClass: QueuedMessageSender },
  ],
  exports: [MessageSender, ReceiversRepository, ...services],
})
export class NotificationsModule {}
