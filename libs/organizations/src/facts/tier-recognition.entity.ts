import { FactState, type KeptFactState } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from '../profiles/organization.entity.js';
import { TierLevel } from '../profiles/organization.enums.js';

/** What an organization says about a recognition. */
export type StatedTier = Pick<TierRecognition, 'level' | 'year' | 'batch' | 'validUntil' | 'evidence'>;

/** A tier that an authority recognised an organization for, such as provincial specialized SME of 2023, batch 5. */
@Entity('tier_recognition')
export class TierRecognition {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => Organization, { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @Column('text')
  level!: TierLevel;

  @Column('int')
  year!: number;

  @Column('text', { nullable: true })
  batch!: string | null;

  /** Last valid day. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** Where the recognition can be read: document number, address of the announcement. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('text')
  factState!: KeptFactState;

  @Column('uuid', { nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** The recognised organization declares it. */
  static declare(id: string, organizationId: string, stated: StatedTier, at: Date): TierRecognition {
    return Object.assign(new TierRecognition(), stated, {
      id,
      organizationId,
      factState: FactState.DECLARED as const,
      checkedBy: null,
      checkedAt: null,
      createdAt: at,
    });
  }

  /** Whether it is the recognition that is stated: the same tier of the same year. */
  isSameAs(stated: StatedTier): boolean {
    return this.level === stated.level && this.year === stated.year;
  }

  /** Whether nothing would change by stating it so. */
  says(stated: StatedTier): boolean {
    return (
      this.isSameAs(stated) &&
      this.batch === stated.batch &&
      this.validUntil === stated.validUntil &&
      this.evidence === stated.evidence
    );
  }

  /** A member states it otherwise: nobody has checked what it says now. */
  restate(stated: StatedTier): void {
    Object.assign(this, stated);
    this.factState = FactState.DECLARED;
    this.checkedBy = null;
    this.checkedAt = null;
  }

  /** Staff have seen the evidence. */
  check(staffId: string, at: Date): void {
    this.factState = FactState.CHECKED;
    this.checkedBy = staffId;
    this.checkedAt = at;
  }
}
