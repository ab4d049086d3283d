import type { MoneyType } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { KeptFactState } from '../facts/fact-state.js';
import {
  ClaimState,
  type HeadcountBand,
  type OrganizationSource,
  OrganizationStatus,
  type ProfileFact,
  type RevenueBand,
} from './organization.enums.js';

/** Who said a fact of the profile, and who checked it when; a fact without an entry has the profile's own source. */
export interface ProfileFactRecord {
  readonly state: KeptFactState;
  /** Instant of the declaration or import, ISO 8601. */
  readonly at: string;
  readonly checkedBy?: string;
  /** Instant of the check, ISO 8601. */
  readonly checkedAt?: string;
}

/** An enterprise, bureau or association, known by its unified social credit code 统一社会信用代码. */
@Entity('organization')
@Unique(['creditCode'])
@Index('organization_name_idx', ['name', 'id'])
export class Organization {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  creditCode!: string;

  /** Registered name. Collated by code point, so that a prefix is found by the index on every server. */
  @Column({ type: 'text', collation: 'C' })
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** The name without place and company form, by which duplicates are found. */
  @Index()
  @Column({ type: 'text', collation: 'C' })
  normalisedName!: string;

  /** Most specific known place, GB/T 2260. */
  @Index()
  @Column({ type: 'text', collation: 'C', nullable: true })
  regionCode!: string | null;

  /** GB/T 4754 with the section letter, such as C3392. */
  @Column('text', { nullable: true })
  industryCode!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('date', { nullable: true })
  foundedOn!: string | null;

  @Column('numeric', { nullable: true })
  registeredCapitalAmount!: string | null;

  @Column('text', { nullable: true })
  registeredCapitalCurrency!: string | null;

  /** 经营范围 as registered. */
  @Column('text', { nullable: true })
  businessScope!: string | null;

  @Column('text', { nullable: true })
  headcountBand!: HeadcountBand | null;

  @Column('text', { nullable: true })
  revenueBand!: RevenueBand | null;

  @Column('text', { nullable: true })
  introduction!: string | null;

  @Column('text', { nullable: true })
  website!: string | null;

  /** Names of the industrial chains that it leads 链主. */
  @Column('text', { array: true, default: () => "'{}'" })
  chainLeaderOf!: string[];

  @Column('text', { default: OrganizationStatus.ACTIVE })
  status!: OrganizationStatus;

  @Column('text', { default: ClaimState.UNCLAIMED })
  claimState!: ClaimState;

  @Column('text')
  source!: OrganizationSource;

  /** Name of the list that it was imported from. */
  @Column('text', { nullable: true })
  sourceName!: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  profileFacts!: Partial<Record<ProfileFact, ProfileFactRecord>>;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  get registeredCapital(): MoneyType | null {
    if (this.registeredCapitalAmount === null) return null;
    return { amount: this.registeredCapitalAmount, currency: this.registeredCapitalCurrency ?? 'CNY' };
  }
}
