import type { Locale, TextParams } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ChannelKind } from './channel.js';

/**
 * A message that has not left yet. It may carry a one-time code or a link in clear, so the row is deleted in the moment
 * the message has left; the queue itself carries only its id.
 */
@Entity('outgoing_message')
export class OutgoingMessageRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  channel!: ChannelKind;

  @Column('text')
  recipient!: string;

  @Column('text')
  template!: string;

  @Column('jsonb')
  params!: TextParams;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz')
  orderedAt!: Date;

  /** When the message has lost its point. */
  @Index()
  @Column('timestamptz')
  uselessAfter!: Date;
}
