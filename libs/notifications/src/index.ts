export * from './channels/channel.js';
export * from './channels/outbox-folder-channel.js';
export * from './messages/message-cleaning.js';
export * from './messages/message-delivery.js';
export * from './messages/queued-message-sender.js';
export * from './notifications.module.js';
