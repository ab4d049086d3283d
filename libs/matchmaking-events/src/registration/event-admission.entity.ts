import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ParticipantRole, QuestionKind } from './registration.enums.js';

/** How many organizations come to an event in a role, and how they are let in. Its row is the lock of the role's places. */
@Entity('event_admission')
export class EventAdmission {
  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('text')
  role!: ParticipantRole;

  /** Organizations, not persons; null: as many as come. */
  @Column('int', { nullable: true })
  capacity!: number | null;

  @Column('boolean')
  approvalNeeded!: boolean;

  /** How long a place is kept for somebody from the waitlist, in hours. */
  @Column('int')
  offerHours!: number;
}

/** What an organizer asks of whoever registers. */
@Entity('event_question')
@Unique('event_question_event_id_position_key', ['eventId', 'position'])
export class EventQuestion {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  /** From 1. */
  @Column('int')
  position!: number;

  @Column('text')
  text!: string;

  @Column('text')
  kind!: QuestionKind;

  @Column('text', { array: true, default: () => "'{}'" })
  choices!: string[];

  @Column('boolean')
  required!: boolean;
}

/** The key pair that signs the tickets of an event. */
@Entity('event_ticket_key')
export class EventTicketKey {
  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eventId!: string;

  /** Ed25519, 32 bytes in base64url: devices at the door check tickets with it without a network. */
  @Column('text')
  publicKey!: string;

  /** PKCS #8 in base64; it can make valid tickets. */
  @Column('text')
  privateKey!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
