import { newId } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ATTENDABLE, MeetingOrigin, MeetingState, STANDING } from './meeting.enums.js';

/** The side that buys, as it stands in the registration. */
const BUYER = 'BUYER';

/** A buyer's and a supplier's representative at a table in a slot of an event. */
@Entity('meeting')
@Index('meeting_once_per_pair', { synchronize: false })
@Index('meeting_event_id_id_idx', ['eventId', 'id'])
@Index('meeting_buyer_registration_id_idx', ['buyerRegistrationId'])
@Index('meeting_supplier_registration_id_idx', ['supplierRegistrationId'])
export class Meeting {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  buyerRegistrationId!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  supplierRegistrationId!: string;

  @Column('uuid')
  buyerRepresentativeId!: string;

  @Column('uuid')
  supplierRepresentativeId!: string;

  @ForeignKey('MeetingSlot')
  @Column('uuid')
  slotId!: string;

  @ForeignKey('MeetingTable')
  @Column('uuid')
  tableId!: string;

  @Column('text')
  state!: MeetingState;

  @Column('text', { default: MeetingOrigin.AGREED })
  origin!: MeetingOrigin;

  /** A provisional meeting that is a published one at another time. */
  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  replacesId!: string | null;

  /** Where the organizers want it to stay. */
  @Column('boolean', { default: false })
  locked!: boolean;

  @Column('text', { nullable: true })
  cancellationReason!: string | null;

  /** Sides that did not come: BUYER, SUPPLIER. */
  @Column('text', { array: true, default: () => "'{}'" })
  absentRoles!: string[];

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** A new meeting, not locked. */
  static create(
    given: Pick<
      Meeting,
      | 'eventId'
      | 'buyerRegistrationId'
      | 'supplierRegistrationId'
      | 'buyerRepresentativeId'
      | 'supplierRepresentativeId'
      | 'slotId'
      | 'tableId'
      | 'state'
      | 'origin'
      | 'replacesId'
    >,
    at: Date,
  ): Meeting {
    return Object.assign(new Meeting(), {
      id: newId(),
      ...given,
      locked: false,
      absentRoles: [],
      cancellationReason: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    });
  }

  /** Whether it can be moved: it still takes place and the organizers have not locked it. */
  get movable(): boolean {
    return this.standing && !this.locked;
  }

  /** Whether it still takes place, so that it can be moved or cancelled. */
  get standing(): boolean {
    return STANDING.includes(this.state);
  }

  /** Whether its two sides have not been told of it yet. */
  get provisional(): boolean {
    return this.state === MeetingState.PROVISIONAL;
  }

  /** The registration of one side. */
  registrationOf(role: string): string {
    return role === BUYER ? this.buyerRegistrationId : this.supplierRegistrationId;
  }

  /** Who sits on one side. */
  representativeOf(role: string): string {
    return role === BUYER ? this.buyerRepresentativeId : this.supplierRepresentativeId;
  }

  /** Somebody else sits on one side from now on, at the same time and table. */
  seat(role: string, representativeId: string, at: Date): void {
    this.assertStanding();
    if (role === BUYER) this.buyerRepresentativeId = representativeId;
    else this.supplierRepresentativeId = representativeId;
    this.touch(at);
  }

  /** It takes place at another time, at a table that is free then. */
  moveTo(place: { slotId: string; tableId: string }, at: Date): void {
    this.assertStanding();
    Object.assign(this, place);
    this.touch(at);
  }

  /** It does not take place; whoever wants to know why reads the reason. */
  cancel(reason: string | null, at: Date): void {
    this.assertStanding();
    this.state = MeetingState.CANCELLED;
    this.cancellationReason = reason;
    this.touch(at);
  }

  /** It is published: at this place, between these persons. */
  settle(
    place: Pick<
      Meeting,
      'slotId' | 'tableId' | 'buyerRepresentativeId' | 'supplierRepresentativeId' | 'locked'
    >,
    at: Date,
  ): this {
    this.assertStanding();
    const { slotId, tableId, buyerRepresentativeId, supplierRepresentativeId } = place;
    Object.assign(this, { slotId, tableId, buyerRepresentativeId, supplierRepresentativeId });
    this.state = MeetingState.PUBLISHED;
    this.replacesId = null;
    this.locked ||= place.locked;
    this.touch(at);
    return this;
  }

  /** Whether it can be said who came. */
  get attendable(): boolean {
    return ATTENDABLE.includes(this.state);
  }

  /** It was held, or somebody did not come; gives whether that is news. */
  attend(absent: readonly string[], at: Date): boolean {
    if (!this.attendable) throw new Error(`the meeting is ${this.state}`);
    const roles = [...new Set(absent)].sort();
    const state = roles.length > 0 ? MeetingState.NO_SHOW : MeetingState.HELD;
    if (state === this.state && roles.join() === this.absentRoles.join()) return false;
    this.state = state;
    this.absentRoles = roles;
    this.touch(at);
    return true;
  }

  /** The organizers want it to stay where it is, or not any more. */
  lock(locked: boolean, at: Date): void {
    this.assertStanding();
    this.locked = locked;
    this.touch(at);
  }

  private assertStanding(): void {
    if (!this.standing) throw new Error(`the meeting is ${this.state}`);
  }

  private touch(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}

/**
 * A place that a meeting takes in a slot: of a person or of a table. The two unique keys are what keeps anybody from
 * sitting at two tables at once, and two pairs from the same table; they are checked at the end of a statement, so that
 * two meetings can change places in one.
 */
@Entity('meeting_seat')
@Unique('meeting_seat_representative_id_slot_id_key', ['representativeId', 'slotId'], {
  deferrable: 'INITIALLY IMMEDIATE',
})
@Unique('meeting_seat_table_id_slot_id_key', ['tableId', 'slotId'], { deferrable: 'INITIALLY IMMEDIATE' })
@Index('meeting_seat_meeting_id_idx', ['meetingId'])
export class MeetingSeat {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId!: string;

  @ForeignKey('MeetingSlot')
  @Column('uuid')
  slotId!: string;

  @Column('uuid', { nullable: true })
  representativeId!: string | null;

  @ForeignKey('MeetingTable')
  @Column('uuid', { nullable: true })
  tableId!: string | null;
}

/** The three places that a meeting takes in its slot: of two persons and of a table. */
export function seatsOf(meeting: Meeting): MeetingSeat[] {
  const { id: meetingId, slotId, tableId, buyerRepresentativeId, supplierRepresentativeId } = meeting;
  const seat = (representativeId: string | null, table: string | null) =>
    Object.assign(new MeetingSeat(), { id: newId(), meetingId, slotId, representativeId, tableId: table });
  return [seat(buyerRepresentativeId, null), seat(supplierRepresentativeId, null), seat(null, tableId)];
}
