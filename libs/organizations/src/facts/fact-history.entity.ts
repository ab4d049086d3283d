import type { KeptFactState } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from '../profiles/organization.entity.js';
import type { OrganizationCertificate, StatedCertificate } from './organization-certificate.entity.js';
import type { StatedTier, TierRecognition } from './tier-recognition.entity.js';

/** What happened to a fact that was stated. */
export enum FactChangeKind {
  CHANGED = 'CHANGED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(FactChangeKind, {
  name: 'FactChangeKind',
  description: 'What happened to a stated fact.',
  valuesMap: {
    CHANGED: { description: 'Its holder states it otherwise; what was checked has to be checked anew.' },
    WITHDRAWN: { description: 'Its holder states it no more.' },
  },
});

/** Who changes a fact, when and why. */
export interface FactChanger {
  readonly id: string;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly change: FactChangeKind;
  readonly reason: string | null;
}

/** A certificate or recognition as it was stated before its holder changed or withdrew it; never deleted, and never changed but for the words of a person who erased the account. */
@Entity('organization_fact_history')
export class FactHistoryEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => Organization, { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  /** The certificate that it was; null for a recognition. A bare id, for a withdrawn one is not there any more. */
  @Column('uuid', { nullable: true })
  certificateId!: string | null;

  /** The recognition that it was; null for a certificate. A bare id. */
  @Column('uuid', { nullable: true })
  tierRecognitionId!: string | null;

  @Column('text')
  change!: FactChangeKind;

  /** What was stated before. */
  @Column('jsonb')
  stated!: Partial<StatedCertificate & StatedTier>;

  /** How well it was founded. */
  @Column('text')
  factState!: KeptFactState;

  @Column('uuid', { nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt!: Date | null;

  /** Why, in the words of its holder. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** A bare id. */
  @Column('uuid')
  changedBy!: string;

  @Column('timestamptz')
  changedAt!: Date;

  /** A certificate as it stands before the change. */
  static ofCertificate(before: OrganizationCertificate, changer: FactChanger): FactHistoryEntry {
    const { kindId, number, scope, issuer, site, validUntil } = before;
    const stated = { kindId, number, scope, issuer, site, validUntil };
    return Object.assign(new FactHistoryEntry(), foundation(before), changer, {
      certificateId: before.id,
      tierRecognitionId: null,
      stated,
    });
  }

  /** A recognition as it stands before the change. */
  static ofTier(before: TierRecognition, changer: FactChanger): FactHistoryEntry {
    const { level, year, batch, validUntil, evidence } = before;
    const stated = { level, year, batch, validUntil, evidence };
    return Object.assign(new FactHistoryEntry(), foundation(before), changer, {
      certificateId: null,
      tierRecognitionId: before.id,
      stated,
    });
  }
}

/** How well a fact is founded before it changes. */
const foundation = ({
  organizationId,
  factState,
  checkedBy,
  checkedAt,
}: OrganizationCertificate | TierRecognition) => ({ organizationId, factState, checkedBy, checkedAt });
