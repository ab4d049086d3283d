import { FactState, type KeptFactState } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organization } from '../profiles/organization.entity.js';

/** What an organization says about a certificate. */
export type StatedCertificate = Pick<
  OrganizationCertificate,
  'kindId' | 'number' | 'scope' | 'issuer' | 'site' | 'validUntil'
>;

/** A certificate or licence that an organization holds for a site and a scope. */
@Entity('organization_certificate')
export class OrganizationCertificate {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => Organization, { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  /** Kind of certificate in the catalogue, such as `iatf-16949`. */
  @Column('text')
  kindId!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  /** What the certificate covers, in its own words. */
  @Column('text', { nullable: true })
  scope!: string | null;

  @Column('text', { nullable: true })
  issuer!: string | null;

  /** The plant it holds for, where an organization has several. */
  @Column('text', { nullable: true })
  site!: string | null;

  /** Last valid day. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('text')
  factState!: KeptFactState;

  /** The fact request that it answers, by a one-time link; null when a member or a list said so. A bare id. */
  @Column('uuid', { nullable: true })
  factRequestId!: string | null;

  @Column('uuid', { nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** Its holder declares it. */
  static declare(
    id: string,
    organizationId: string,
    stated: StatedCertificate,
    at: Date,
    factRequestId: string | null = null,
  ): OrganizationCertificate {
    return Object.assign(new OrganizationCertificate(), stated, {
      id,
      organizationId,
      factState: FactState.DECLARED as const,
      factRequestId,
      checkedBy: null,
      checkedAt: null,
      createdAt: at,
    });
  }

  /** Whether it is the certificate that is stated: the same kind, number and site. */
  isSameAs(stated: StatedCertificate): boolean {
    return this.kindId === stated.kindId && this.number === stated.number && this.site === stated.site;
  }

  /** Whether nothing would change by stating it so. */
  says(stated: StatedCertificate): boolean {
    return (
      this.isSameAs(stated) &&
      this.scope === stated.scope &&
      this.issuer === stated.issuer &&
      this.validUntil === stated.validUntil
    );
  }

  /** A member states it otherwise: nobody has checked what it says now. */
  restate(stated: StatedCertificate): void {
    Object.assign(this, stated);
    this.factState = FactState.DECLARED;
    this.factRequestId = null;
    this.checkedBy = null;
    this.checkedAt = null;
  }

  /** Staff have seen the certificate or found it in its issuer's register. */
  check(staffId: string, at: Date): void {
    this.factState = FactState.CHECKED;
    this.checkedBy = staffId;
    this.checkedAt = at;
  }
}
