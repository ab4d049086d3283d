import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from '../profiles/organization.entity.js';
import { ClaimDecision } from './claim-decision.js';

/** Somebody's request to look after an imported profile, with the evidence, until staff decide on it. */
@Entity('organization_claim')
@Index('organization_claim_pending_key', { synchronize: false })
export class OrganizationClaim {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => Organization, { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  /** The user who claims; a bare id, so that the decision outlives the account. */
  @Column('uuid')
  claimantId!: string;

  @Column('text')
  evidence!: string;

  @Column('text')
  decision!: ClaimDecision;

  /** What staff tell the claimant. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
