import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeetingRequestState } from './meeting.enums.js';

/**
 * One side asks the other for a meeting in a slot, or for one that stands to take place then instead. It holds nothing,
 * neither a seat nor a table.
 */
@Entity('meeting_request')
@Index('meeting_request_from_registration_id_id_idx', ['fromRegistrationId', 'id'])
@Index('meeting_request_to_registration_id_id_idx', ['toRegistrationId', 'id'])
@Index('meeting_request_meeting_id_idx', ['meetingId'])
export class MeetingRequest {
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

  @ForeignKey('MeetingSlot', { onDelete: 'CASCADE' })
  @Column('uuid')
  slotId!: string;

  /** The meeting that is to take place in the slot instead; null when it is a new one that is asked for. */
  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('text')
  state!: MeetingRequestState;

  @Column('text', { nullable: true })
  message!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** Whether it can still be answered. */
  openAt(now: Date): boolean {
    return this.state === MeetingRequestState.PENDING && now < this.expiresAt;
  }

  /** The other side has answered. */
  answer(state: MeetingRequestState.ACCEPTED | MeetingRequestState.DECLINED, at: Date): void {
    if (this.state !== MeetingRequestState.PENDING) throw new Error(`the request is ${this.state} already`);
    this.state = state;
    this.updatedAt = at;
  }
}
