import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a side says of a match. */
export enum FitVerdict {
  FITS = 'FITS',
  DOES_NOT_FIT = 'DOES_NOT_FIT',
}

registerEnumType(FitVerdict, {
  name: 'FitVerdict',
  description: 'What a side says of a match.',
  valuesMap: {
    FITS: { description: 'It fits.' },
    DOES_NOT_FIT: { description: 'It does not fit, for a reason.' },
  },
});

/** Why a match does not fit. */
export enum MisfitReason {
  ANOTHER_THING = 'ANOTHER_THING',
  NOT_A_MAKER = 'NOT_A_MAKER',
  TECHNICAL_FIT = 'TECHNICAL_FIT',
  CAPACITY = 'CAPACITY',
  LEAD_TIME = 'LEAD_TIME',
  PRICE = 'PRICE',
  CERTIFICATES = 'CERTIFICATES',
  REGION = 'REGION',
  OUTDATED = 'OUTDATED',
  OTHER = 'OTHER',
}

registerEnumType(MisfitReason, {
  name: 'MisfitReason',
  description: 'Why a match does not fit.',
  valuesMap: {
    ANOTHER_THING: { description: 'It is not the thing asked for.' },
    NOT_A_MAKER: { description: 'The supplier deals in it and does not make it.' },
    TECHNICAL_FIT: { description: 'It does not fit technically.' },
    CAPACITY: { description: 'The quantity does not fit the capacity.' },
    LEAD_TIME: { description: 'The time does not fit.' },
    PRICE: { description: 'The price does not fit.' },
    CERTIFICATES: { description: 'A certificate is missing.' },
    REGION: { description: 'The place does not suit.' },
    OUTDATED: { description: 'What is stated is not true any more.' },
    OTHER: { description: 'Another reason.' },
  },
});

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
