import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** MUST wishes that each participant has unless the organizers say otherwise. */
export const USUAL_MUST_WISHES = 5;

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
export function usualTerms(eventId: string): MeetingTerms {
  return Object.assign(new MeetingTerms(), {
    eventId,
    wishesUntil: null,
    mostPerBuyer: null,
    mostPerSupplier: null,
    leastEach: null,
    mustWishesEach: USUAL_MUST_WISHES,
    updatedAt: new Date(0),
  });
}
