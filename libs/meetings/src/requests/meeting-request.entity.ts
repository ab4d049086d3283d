import { newId } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a request for a meeting stands. */
export enum MeetingRequestState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(MeetingRequestState, {
  name: 'MeetingRequestState',
  description:
    'Where a request for a meeting stands. A pending one ends by itself after a day and holds nothing.',
  valuesMap: {
    PENDING: { description: 'It waits for an answer.' },
    ACCEPTED: { description: 'It became a meeting, or moved one.' },
    DECLINED: { description: 'The other side said no.' },
    WITHDRAWN: { description: 'Another proposal took its place.' },
  },
});

/** A request ends by itself after so many hours without an answer. */
const ANSWER_HOURS = 24;

/** What one side asks of the other. */
export type AskedOfOther = Pick<
  MeetingRequest,
  'eventId' | 'fromRegistrationId' | 'toRegistrationId' | 'slotId' | 'meetingId' | 'message'
>;

/**
 * One side asks the other for a meeting in a slot, or to move an existing one there. It holds
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

  /** A new request, open for {@link ANSWER_HOURS}. */
  static create(asked: AskedOfOther, now: Date): MeetingRequest {
    return Object.assign(new MeetingRequest(), {
      id: newId(),
      ...asked,
      state: MeetingRequestState.PENDING,
      expiresAt: new Date(now.getTime() + ANSWER_HOURS * 3_600_000),
      createdAt: now,
      updatedAt: now,
    });
  }

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
