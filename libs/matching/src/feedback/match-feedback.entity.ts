import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FitVerdict, MisfitReason } from './match-feedback.enums.js';

/** What one side of a match says of it, with the score that it was shown. The other side never sees it. */
@Entity('match_feedback')
@Unique(['organizationId', 'needId', 'capabilityId'])
@Check('match_feedback_reason_of_a_misfit', `("verdict" = 'DOES_NOT_FIT') = ("reason" is not null)`)
@Index('match_feedback_organization_id_id_idx', ['organizationId', 'id'])
@Index('match_feedback_need_id_capability_id_idx', ['needId', 'capabilityId'])
@Index('match_feedback_capability_id_idx', ['capabilityId'])
export class MatchFeedback {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose opinion it is: the need's buyer or the capability's supplier. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid')
  needId!: string;

  @ForeignKey('Capability', { onDelete: 'CASCADE' })
  @Column('uuid')
  capabilityId!: string;

  @Column('text')
  verdict!: FitVerdict;

  /** Why it does not fit; only then. */
  @Column('text', { nullable: true })
  reason!: MisfitReason | null;

  @Column('text', { nullable: true })
  words!: string | null;

  /** The score of the match when it was said, 0 to 100. */
  @Column('numeric')
  score!: string;

  /** Version of the weights that made that score. */
  @Column('text')
  weightsVersion!: string;

  /** The person who said it last; null once that person has gone. */
  @Column('uuid', { nullable: true })
  givenById!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** Whose opinion on which pair. */
export type FeedbackKey = Pick<MatchFeedback, 'organizationId' | 'needId' | 'capabilityId'>;
