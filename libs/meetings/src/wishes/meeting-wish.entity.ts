import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { WishLevel } from './meeting-wish.enums.js';

/** What one participant of an event wishes of meeting one of the other side. */
@Entity('meeting_wish')
@Unique('meeting_wish_one_per_direction', ['fromRegistrationId', 'toRegistrationId'])
@Index('meeting_wish_event_id_id_idx', ['eventId', 'id'])
@Index('meeting_wish_to_registration_id_id_idx', ['toRegistrationId', 'id'])
export class MeetingWish {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  fromRegistrationId!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  toRegistrationId!: string;

  @Column('text')
  level!: WishLevel;

  /** The buyer's need that it is about. */
  @ForeignKey('ProcurementNeed', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  needId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A slot in which a participant cannot meet. */
@Entity('meeting_absence')
export class MeetingAbsence {
  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  registrationId!: string;

  @ForeignKey('MeetingSlot', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  slotId!: string;
}
