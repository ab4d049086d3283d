import { FactState, type KeptFactState, type MoneyType } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  ClaimState,
  type HeadcountBand,
  OrganizationSource,
  OrganizationStatus,
  ProfileFact,
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

/** What members of an organization may say about it; what is left out stays as it is. */
export type OrganizationProfile = Partial<
  Pick<
    Organization,
    | 'name'
    | 'normalisedName'
    | 'nameEn'
    | 'regionCode'
    | 'industryCode'
    | 'address'
    | 'foundedOn'
    | 'registeredCapitalAmount'
    | 'registeredCapitalCurrency'
    | 'businessScope'
    | 'headcountBand'
    | 'revenueBand'
    | 'introduction'
    | 'website'
    | 'chainLeaderOf'
  >
>;

/** An enterprise, bureau or association, known by its unified social credit code 统一社会信用代码. */
@Entity('organization')
@Unique(['creditCode'])
@Index('organization_name_idx', ['name', 'id'])
@Index('organization_name_trigram_idx', { synchronize: false })
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

  /** A profile that its own people enter: every fact is declared, and it is unverified until staff accept evidence. */
  static register(
    seed: { id: string; creditCode: string; name: string; normalisedName: string },
    profile: OrganizationProfile,
    at: Date,
  ): Organization {
    const organization = Object.assign(new Organization(), BLANK, {
      ...seed,
      chainLeaderOf: [],
      profileFacts: {},
      status: OrganizationStatus.ACTIVE,
      claimState: ClaimState.UNVERIFIED,
      source: OrganizationSource.DECLARED,
      version: 0,
      createdAt: at,
    });
    organization.describe(profile, at);
    return organization;
  }

  get registeredCapital(): MoneyType | null {
    if (this.registeredCapitalAmount === null) return null;
    return { amount: this.registeredCapitalAmount, currency: this.registeredCapitalCurrency ?? 'CNY' };
  }

  /**
   * Its members say something about it: a fact that thereby changes is declared anew, a check of the old one lapses.
   * Staff verified the organization under its name, so a new name has to be verified again.
   */
  describe(profile: OrganizationProfile, at: Date): void {
    const before = PROFILE_FACTS.map((fact) => this.stated(fact));
    const named = this.name;
    Object.assign(this, definedOf(profile));
    PROFILE_FACTS.forEach((fact, i) => {
      if (this.stated(fact) === before[i]) return;
      const { [fact]: _, ...others } = this.profileFacts;
      this.profileFacts = this.stated(fact)
        ? { ...others, [fact]: { state: FactState.DECLARED, at: at.toISOString() } }
        : others;
    });
    if (this.name !== named && this.verified) this.claimState = ClaimState.UNVERIFIED;
    this.touch(at);
  }

  /** Whether staff have accepted the evidence of those who act for it. */
  get verified(): boolean {
    return this.claimState === ClaimState.CLAIMED;
  }

  /** Staff have accepted somebody's evidence: from now on its members look after the profile. */
  claim(at: Date): void {
    if (this.claimState === ClaimState.CLAIMED) throw new Error('an organization is claimed once');
    this.claimState = ClaimState.CLAIMED;
    this.touch(at);
  }

  /** Whether the organization states a fact at all. */
  states(fact: ProfileFact): boolean {
    return this.stated(fact) !== '';
  }

  /** Who said a fact and who checked it; null when it is not stated. */
  factRecord(fact: ProfileFact): ProfileFactRecord | null {
    if (!this.states(fact)) return null;
    const state = this.source === OrganizationSource.IMPORTED ? FactState.IMPORTED : FactState.DECLARED;
    return this.profileFacts[fact] ?? { state, at: this.createdAt.toISOString() };
  }

  /** The chains that others may see: staff confirm who leads a chain 链主. */
  get approvedChains(): string[] {
    return this.factRecord(ProfileFact.CHAIN_LEADER)?.state === FactState.DECLARED ? [] : this.chainLeaderOf;
  }

  /** Staff have verified a stated fact. */
  checkFact(fact: ProfileFact, staffId: string, at: Date): void {
    const record = this.factRecord(fact);
    if (!record) throw new Error(`${fact} is not stated`);
    this.profileFacts = {
      ...this.profileFacts,
      [fact]: { ...record, state: FactState.CHECKED, checkedBy: staffId, checkedAt: at.toISOString() },
    };
  }

  /** Something that others see of it has changed. */
  touch(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }

  private stated(fact: ProfileFact): string {
    switch (fact) {
      case ProfileFact.HEADCOUNT:
        return this.headcountBand ?? '';
      case ProfileFact.REVENUE:
        return this.revenueBand ?? '';
      case ProfileFact.CHAIN_LEADER:
        return this.chainLeaderOf.join('\n');
    }
  }
}

const PROFILE_FACTS = Object.values(ProfileFact);

const BLANK = {
  nameEn: null,
  regionCode: null,
  industryCode: null,
  address: null,
  foundedOn: null,
  registeredCapitalAmount: null,
  registeredCapitalCurrency: null,
  businessScope: null,
  headcountBand: null,
  revenueBand: null,
  introduction: null,
  website: null,
  sourceName: null,
};

function definedOf<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
