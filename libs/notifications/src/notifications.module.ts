import { MessageSender } from '@app/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Channel } from './channels/channel.js';
import { OutboxFolderChannel } from './channels/outbox-folder-channel.js';
import { NotificationFeed } from './feed/notification-feed.js';
import { NoticeMessages } from './inbox/notice-messages.js';
import { NotificationCleaning } from './inbox/notification-cleaning.js';
import { NotificationNodes } from './inbox/notification-nodes.js';
import { NotificationPreference } from './inbox/notification-preference.entity.js';
import { NotificationPreferencesRepository } from './inbox/notification-preferences.repository.js';
import { NotificationPreferences } from './inbox/notification-preferences.service.js';
import { NotificationReceivedResolver } from './inbox/notification-received.resolver.js';
import { Notification } from './inbox/notification.entity.js';
import { NotificationsRepository } from './inbox/notifications.repository.js';
import { NotificationsResolver, UserNotificationsResolver } from './inbox/notifications.resolver.js';
import { Notifications } from './inbox/notifications.service.js';
import './inbox/notifications.texts.js';
import { Notifier } from './inbox/notifier.js';
import { PublicLinks } from './inbox/public-links.js';
import { ReceiversRepository } from './inbox/receivers.repository.js';
import { MessageCleaning } from './messages/message-cleaning.js';
import { MessageDelivery } from './messages/message-delivery.js';
import { OutgoingMessageRow } from './messages/outgoing-message.entity.js';
import { OutgoingMessagesRepository } from './messages/outgoing-messages.repository.js';
import { QueuedMessageSender } from './messages/queued-message-sender.js';
import { NotificationsHolder } from './notifications.holder.js';

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
