import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What came of a meeting. */
export enum OutcomeKind {
  INTENT = 'INTENT',
  SAMPLE = 'SAMPLE',
  TRIAL = 'TRIAL',
  ORDER = 'ORDER',
}

registerEnumType(OutcomeKind, {
  name: 'OutcomeKind',
  description: 'What came of a meeting.',
  valuesMap: {
    INTENT: { description: 'The two intend to do business.' },
    SAMPLE: { description: 'A sample was sent or asked for.' },
    TRIAL: { description: 'A trial lot or an audit is agreed.' },
    ORDER: { description: 'An order was placed.' },
  },
});

/** Something that came of a meeting, claimed by one side or by both. */
@Entity('meeting_outcome')
@Unique('meeting_outcome_one_per_kind', ['meetingId', 'kind'])
@Check('meeting_outcome_amounts', '"amount_by_buyer" > 0 and "amount_by_supplier" > 0')
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

  /** CNY, exact; null where the buyer gives none. */
  @Column('numeric', { nullable: true })
  amountByBuyer!: string | null;

  /** CNY, exact; null where the supplier gives none. */
  @Column('numeric', { nullable: true })
  amountBySupplier!: string | null;
}

/** One side says that nothing more will come of a meeting; it is not asked again. */
@Entity('meeting_thread_end')
export class MeetingThreadEnd {
  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  meetingId!: string;

  /** BUYER or SUPPLIER. */
  @PrimaryColumn('text')
  role!: string;

  @Column('timestamptz')
  endedAt!: Date;
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
