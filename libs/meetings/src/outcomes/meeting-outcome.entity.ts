import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { OutcomeKind } from './meeting-outcome.enums.js';

/** Something that came of a meeting, claimed by one side or by both. */
@Entity('meeting_outcome')
@Unique('meeting_outcome_one_per_kind', ['meetingId', 'kind'])
@Check('meeting_outcome_claimed', '"claimed_by_buyer_at" is not null or "claimed_by_supplier_at" is not null')
export class MeetingOutcome {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId!: string;

  @Column('text')
  kind!: OutcomeKind;

  @Column('timestamptz', { nullable: true })
  claimedByBuyerAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  claimedBySupplierAt!: Date | null;
}

/** What one side of a meeting says of it, to itself and to the organizers. */
@Entity('meeting_feedback')
@Unique('meeting_feedback_one_per_side', ['meetingId', 'role'])
@Check('meeting_feedback_rating', '"rating" between 1 and 5')
export class MeetingFeedback {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId!: string;

  /** BUYER or SUPPLIER. */
  @Column('text')
  role!: string;

  /** 1 to 5. */
  @Column('int')
  rating!: number;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
