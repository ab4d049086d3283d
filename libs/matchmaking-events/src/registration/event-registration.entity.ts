import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ACTIVE, type ParticipantRole, RegistrationState } from './registration.enums.js';

/** An answer with the question as it was asked, since questions may change. */
export interface RegistrationAnswer {
  readonly questionId: string;
  readonly question: string;
  readonly value: string;
}

/** An organization's place at an event, or its wait for one. */
@Entity('event_registration')
@Index('event_registration_one_at_a_time', { synchronize: false })
@Index('event_registration_one_visit_at_a_time', { synchronize: false })
@Index('event_registration_queue', { synchronize: false })
@Index('event_registration_event_id_role_state_idx', ['eventId', 'role', 'state'])
@Index('event_registration_organization_id_id_idx', ['organizationId', 'id'])
@Index('event_registration_visitor_id_id_idx', ['visitorId', 'id'])
export class EventRegistration {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @Column('text')
  role!: ParticipantRole;

  /** Null for a visitor on their own, and for somebody who walked in and has no profile here. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  /** The person who comes as a visitor on their own; null for organizations and walk-ins, and once erased. */
  @Column('uuid', { nullable: true })
  visitorId!: string | null;

  /** What a walk-in without a profile is called, or where a visitor on their own works. */
  @Column('text', { nullable: true })
  companyName!: string | null;

  @Column('text')
  state!: RegistrationState;

  /** Who has a higher one is offered a place first. */
  @Column('int', { default: 0 })
  priority!: number;

  /** Place in the line of equal priority: no two of an event and role are equal. */
  @Column('timestamptz')
  joinedAt!: Date;

  @Column('jsonb', { default: () => "'[]'" })
  answers!: RegistrationAnswer[];

  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Column('timestamptz', { nullable: true })
  offeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  offerExpiresAt!: Date | null;

  @Column('boolean', { default: false })
  walkIn!: boolean;

  /** The user who registered it; null once erased. */
  @Column('uuid', { nullable: true })
  registeredBy!: string | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** Somebody registers; {@link moveTo} then says where it stands. */
  static submit(
    given: Pick<
      EventRegistration,
      'id' | 'eventId' | 'role' | 'organizationId' | 'registeredBy' | 'answers'
    > &
      Partial<Pick<EventRegistration, 'visitorId' | 'companyName'>>,
    joinedAt: Date,
    at: Date,
  ): EventRegistration {
    return Object.assign(new EventRegistration(), BLANK, given, { joinedAt, createdAt: at, updatedAt: at });
  }

  get active(): boolean {
    return ACTIVE.includes(this.state);
  }

  /** Whether the place that is kept for it can still be accepted. */
  offerStandsAt(now: Date): boolean {
    return (
      this.state === RegistrationState.OFFERED && this.offerExpiresAt !== null && now < this.offerExpiresAt
    );
  }

  /** Its turn has come: a place is kept for it until a time. */
  offer(until: Date, at: Date): void {
    if (this.state !== RegistrationState.WAITLISTED) throw new Error('only who waits is offered a place');
    this.offeredAt = at;
    this.offerExpiresAt = until;
    this.moveTo(RegistrationState.OFFERED, at);
  }

  /** It stands somewhere else from now on; what is over stays over. */
  moveTo(state: RegistrationState, at: Date, reason: string | null = null): void {
    if (!this.active) throw new Error(`it is ${this.state} already`);
    this.state = state;
    this.decisionReason = reason;
    if (state !== RegistrationState.OFFERED) this.offerExpiresAt = null;
    this.touch(at);
  }

  /** The organizers let it wait further ahead or further back. */
  prioritize(priority: number, at: Date): void {
    this.priority = priority;
    this.touch(at);
  }

  private touch(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}

const BLANK = {
  visitorId: null,
  companyName: null,
  state: RegistrationState.REQUESTED,
  priority: 0,
  decisionReason: null,
  offeredAt: null,
  offerExpiresAt: null,
  walkIn: false,
  version: 1,
};

/** A person who comes for a registered organization. Numbers and addresses are not kept here. */
@Entity('event_representative')
@Unique('event_representative_registration_id_position_key', ['registrationId', 'position'])
@Unique('event_representative_registration_id_user_id_key', ['registrationId', 'userId'])
@Index('event_representative_event_id_idx', ['eventId'])
@Index('event_representative_user_id_idx', ['userId'])
export class EventRepresentative {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId!: string;

  @Column('uuid')
  eventId!: string;

  /** From 1. */
  @Column('int')
  position!: number;

  /** The person's account; null for somebody who has none. */
  @Column('uuid', { nullable: true })
  userId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  jobTitle!: string | null;

  /** Grows when the place passes to a colleague, so that the ticket of before is void. */
  @Column('int', { default: 1 })
  ticketSerial!: number;
}
