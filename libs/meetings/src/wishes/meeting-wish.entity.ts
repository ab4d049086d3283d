import { newId } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** MUST wishes that each participant has unless the organizers say otherwise. */
export const DEFAULT_MUST_WISHES = 5;

/** The organizers' terms for the meetings of their event. */
@Entity('meeting_terms')
export class MeetingTerms {
  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eventId!: string;

  /** Until when participants can say whom they wish to meet; null: until the event ends. */
  @Column('timestamptz', { nullable: true })
  wishesUntil!: Date | null;

  /** The most meetings that the schedule gives one participant of a side; null: as many as fit. */
  @Column('int', { nullable: true })
  mostPerBuyer!: number | null;

  @Column('int', { nullable: true })
  mostPerSupplier!: number | null;

  /** The fewest meetings that the schedule is to give each, as far as there are any. */
  @Column('int', { nullable: true })
  leastEach!: number | null;

  /** How many MUST wishes each participant has. */
  @Column('int')
  mustWishesEach!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** The terms of an event whose organizers have set none. */
export function defaultTerms(eventId: string): MeetingTerms {
  return Object.assign(new MeetingTerms(), {
    eventId,
    wishesUntil: null,
    mostPerBuyer: null,
    mostPerSupplier: null,
    leastEach: null,
    mustWishesEach: DEFAULT_MUST_WISHES,
    updatedAt: new Date(0),
  });
}

/** How much one side wishes to meet the other. */
export enum WishLevel {
  MUST = 'MUST',
  WANT = 'WANT',
  NO = 'NO',
}

registerEnumType(WishLevel, {
  name: 'MeetingWishLevel',
  description: 'How much one side wishes to meet the other.',
  valuesMap: {
    MUST: { description: 'It comes for this meeting; so many are limited.' },
    WANT: { description: 'It wants to meet.' },
    NO: { description: 'It does not want to meet; the other side never learns of it.' },
  },
});

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

  static create(
    from: { readonly id: string; readonly eventId: string },
    toRegistrationId: string,
    { level, needId }: { readonly level: WishLevel; readonly needId: string | null },
    at: Date,
  ): MeetingWish {
    return Object.assign(new MeetingWish(), {
      id: newId(),
      eventId: from.eventId,
      fromRegistrationId: from.id,
      toRegistrationId,
      level,
      needId,
      createdAt: at,
      updatedAt: at,
    });
  }
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
