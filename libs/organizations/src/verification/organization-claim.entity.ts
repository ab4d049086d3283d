import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from '../profiles/organization.entity.js';

/** What became of a claim. */
export enum ClaimDecision {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}

registerEnumType(ClaimDecision, {
  name: 'ClaimDecision',
  description: 'What became of a claim.',
  valuesMap: {
    PENDING: { description: 'Waits for staff.' },
    APPROVED: { description: 'The claimant now owns the profile.' },
    REJECTED: { description: 'Turned down.' },
  },
});

/** Somebody's request to look after an imported or unverified profile, with the evidence, until staff decide on it. */
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

  /** Somebody files a claim. */
  static file(
    id: string,
    organizationId: string,
    claimantId: string,
    evidence: string,
    at: Date,
  ): OrganizationClaim {
    return Object.assign(new OrganizationClaim(), {
      id,
      organizationId,
      claimantId,
      evidence,
      decision: ClaimDecision.PENDING,
      reason: null,
      decidedBy: null,
      decidedAt: null,
      createdAt: at,
    });
  }

  /** The claimant says it better while it still waits. */
  replaceEvidence(evidence: string): void {
    if (!this.pending) throw new Error('the evidence of a decided claim stays');
    this.evidence = evidence;
  }

  get pending(): boolean {
    return this.decision === ClaimDecision.PENDING;
  }

  /** Staff decide, once. */
  decide(
    decision: ClaimDecision.APPROVED | ClaimDecision.REJECTED,
    by: string,
    reason: string | null,
    at: Date,
  ): void {
    if (!this.pending) throw new Error('a claim is decided once');
    this.decision = decision;
    this.reason = reason;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}
