export * from './messages/channel.js';
export * from './messages/outbox-folder-channel.js';
export { NoticeConsumer, NotificationFeed, Notifier, originOf } from './inbox/notifier.js';
export * from './inbox/notice.js';
export * from './inbox/notification-cleaning.job.js';
export * from './inbox/notification-kind.js';
export * from './inbox/notification.entity.js';
export {
  NotificationConnectionType,
  NotificationPreferenceType,
  NotificationType,
} from './inbox/notification.graphql.js';
export * from './inbox/notifications.service.js';
export * from './inbox/public-links.js';
export * from './inbox/receivers.reader.js';
export * from './messages/message.jobs.js';
export * from './messages/queued-message-sender.js';
export * from './notifications.module.js';
