import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A part of an event's agenda: a talk, a round of meetings, a break. One room holds one session at a time. */
@Entity('event_session')
@Index('event_session_event_id_starts_at_id_idx', ['eventId', 'startsAt', 'id'])
@Exclusion(
  'event_session_one_per_room',
  'USING gist (event_id WITH =, room WITH =, tstzrange(starts_at, ends_at) WITH &&)',
)
export class EventSession {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  room!: string | null;

  /** YYYY-MM-DDTHH:mm by the clock of the venue. */
  @Column('text')
  startsLocal!: string;

  @Column('text')
  endsLocal!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;
}

/** Somebody who speaks in a session. Nobody speaks in two sessions of an event at a time. */
@Entity('event_speaker')
@Exclusion(
  'event_speaker_one_place_at_a_time',
  'USING gist (event_id WITH =, speaker_key WITH =, tstzrange(starts_at, ends_at) WITH &&)',
)
export class EventSpeaker {
  @ForeignKey('EventSession', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  sessionId!: string;

  /** From 1, in the order of the organizer. */
  @PrimaryColumn('int')
  position!: number;

  @Column('uuid')
  eventId!: string;

  @Column('text')
  name!: string;

  /** What the speaker is there, such as 主持人 or 总工程师. */
  @Column('text', { nullable: true })
  role!: string | null;

  @Column('text', { nullable: true })
  organization!: string | null;

  /** Name and organization, folded: the same key is the same person. */
  @Column('text')
  speakerKey!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;
}
