import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NotificationChannel, NotificationKind } from './notification-kind.js';

/** What a person said about a kind of notification and a way; without a row the default holds. */
@Entity('notification_preference')
export class NotificationPreference {
  @ForeignKey('User', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId!: string;

  @PrimaryColumn('text')
  kind!: NotificationKind;

  @PrimaryColumn('text')
  channel!: NotificationChannel;

  @Column('boolean')
  wanted!: boolean;
}
