import type { TextParams } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NoticeWord } from './notice.js';
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

/** Something that a person was told: a code with its parameters, which becomes a sentence in the reader's language. */
@Entity('notification')
@Unique(['userId', 'origin'])
@Index('notification_user_id_id_idx', ['userId', 'id'])
@Index('notification_unread', { synchronize: false })
export class Notification {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('User', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** The organization as whose member the person is told; whoever leaves it does not see it any more. */
  @Index('notification_organization_id_idx')
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Column('text')
  kind!: NotificationKind;

  /** The sentences `<code>_TITLE` and `<code>_TEXT`. */
  @Column('text')
  code!: string;

  @Column('jsonb')
  params!: TextParams;

  /** Parameters that differ by language. */
  @Column('jsonb')
  words!: Readonly<Record<string, NoticeWord>>;

  /** GraphQL type and key of what it is about. */
  @Column('text', { nullable: true })
  targetType!: string | null;

  @Column('uuid', { nullable: true })
  targetKey!: string | null;

  /** Why it is there, such as the event; nobody is told twice of the same. */
  @Column('text')
  origin!: string;

  /** False for a person who does not want this kind in the list: the row remembers that the message was ordered. */
  @Column('boolean')
  listed!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;
}
