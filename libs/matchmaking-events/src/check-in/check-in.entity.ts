import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Somebody was seen at the door, as one device noted it. Entries are only ever added: all of them together say who came,
 * the earliest of a person counts, so that it does not matter in which order devices send theirs, or how often.
 */
@Entity('event_check_in')
@Index('event_check_in_representative_id_at_id_idx', ['representativeId', 'at', 'id'])
@Index('event_check_in_event_id_idx', ['eventId'])
export class CheckIn {
  /** Made by the device, so that sending it again adds nothing. */
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @ForeignKey('EventRepresentative', { onDelete: 'CASCADE' })
  @Column('uuid')
  representativeId!: string;

  /** What the organizer calls the device, such as 北门1. */
  @Column('text')
  device!: string;

  /** By the device's clock, never later than the entry came in. */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz')
  receivedAt!: Date;

  /** Who stood at the door; null once erased. */
  @Column('uuid', { nullable: true })
  checkedInBy!: string | null;
}
