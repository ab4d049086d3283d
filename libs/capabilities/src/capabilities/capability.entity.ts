import { FactState, Period, type QuantityValue } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FACT_GROUPS, FACTS_OF, spokenOf } from './freshness.js';
import type { CapabilityConcept, FactSource, OfferedParameter, PriceRange } from './capability-values.js';
import {
  type CapabilityFact,
  type CapabilityKind,
  CapabilityState,
  type FirstSetLevel,
  type ScopeActivity,
} from './capability.enums.js';

/** A capability of which its supplier has stated nothing yet. */
const NOTHING_STATED = {
  description: null,
  conceptsCorrected: false,
  industryCode: null,
  specification: null,
  certificateIds: null,
  capacityAmount: null,
  capacityUnit: null,
  capacityPeriod: null,
  minimumOrderAmount: null,
  minimumOrderUnit: null,
  priceMin: null,
  priceMax: null,
  priceCurrency: null,
  priceTaxIncluded: null,
  priceBasis: null,
  leadTimeDays: null,
  firstSetLevel: null,
  innovationCatalogue: false,
  sourcePhrase: null,
  activity: null,
} as const;

/** What a supplier may say about a capability; what is left out stays as it is. */
export type CapabilityTerms = Partial<
  Pick<
    Capability,
    | 'kind'
    | 'title'
    | 'description'
    | 'parameters'
    | 'industryCode'
    | 'materials'
    | 'processes'
    | 'specification'
    | 'certificateIds'
    | 'capacity'
    | 'minimumOrder'
    | 'price'
    | 'leadTimeDays'
    | 'regionsServed'
    | 'firstSetLevel'
    | 'innovationCatalogue'
  >
>;

/** What a supplier can do: a product it makes, a process it masters or a service it gives. */
@Entity('capability')
@Index('capability_organization_id_id_idx', ['organizationId', 'id'])
export class Capability {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @Column('text')
  kind!: CapabilityKind;

  @Column('text', { default: CapabilityState.DRAFT })
  state!: CapabilityState;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('jsonb', { default: () => "'[]'" })
  concepts!: CapabilityConcept[];

  /** Whether the supplier set the concepts itself, so that no text change replaces them. */
  @Column('boolean', { default: false })
  conceptsCorrected!: boolean;

  @Column('jsonb', { default: () => "'[]'" })
  parameters!: OfferedParameter[];

  /** GB/T 4754 with the section letter. */
  @Column('text', { nullable: true })
  industryCode!: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  materials!: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  processes!: string[];

  /** Tolerances and specifications in the supplier's words. */
  @Column('text', { nullable: true })
  specification!: string | null;

  /** The organization's certificates that apply; null when all of them do. */
  @Column('uuid', { array: true, nullable: true })
  certificateIds!: string[] | null;

  @Column('numeric', { nullable: true })
  capacityAmount!: string | null;

  @Column('text', { nullable: true })
  capacityUnit!: string | null;

  @Column('text', { nullable: true })
  capacityPeriod!: Period | null;

  @Column('numeric', { nullable: true })
  minimumOrderAmount!: string | null;

  @Column('text', { nullable: true })
  minimumOrderUnit!: string | null;

  @Column('numeric', { nullable: true })
  priceMin!: string | null;

  @Column('numeric', { nullable: true })
  priceMax!: string | null;

  @Column('text', { nullable: true })
  priceCurrency!: string | null;

  @Column('boolean', { nullable: true })
  priceTaxIncluded!: boolean | null;

  /** Unit that the price is for: 件, kg, 小时. */
  @Column('text', { nullable: true })
  priceBasis!: string | null;

  @Column('int', { nullable: true })
  leadTimeDays!: number | null;

  /** GB/T 2260 codes of the places delivered to; empty when not stated. */
  @Column('text', { array: true, default: () => "'{}'" })
  regionsServed!: string[];

  @Column('text', { nullable: true })
  firstSetLevel!: FirstSetLevel | null;

  /** Whether it stands in an official catalogue of innovative products. */
  @Column('boolean', { default: false })
  innovationCatalogue!: boolean;

  /** DECLARED by the supplier, or INFERRED from its registered business scope. */
  @Column('text')
  factState!: FactState.DECLARED | FactState.INFERRED;

  /** When the supplier last confirmed each group of facts, ISO 8601. */
  @Column('jsonb', { default: () => "'{}'" })
  factsConfirmedAt!: Partial<Record<CapabilityFact, string>>;

  /** The groups of facts that were stated by a one-time link; a member who speaks of a group takes it over. */
  @Column('jsonb', { default: () => "'{}'" })
  factSources!: Partial<Record<CapabilityFact, FactSource>>;

  /** The phrase of the business scope that an inferred capability was derived from. */
  @Column('text', { nullable: true })
  sourcePhrase!: string | null;

  /** What the business scope says of it: made, dealt in, or served with; null when declared or not said. */
  @Column('text', { nullable: true })
  activity!: ScopeActivity | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  /** A supplier begins to describe what it can do; the first description makes it version 1. */
  static draft(id: string, organizationId: string, at: Date): Capability {
    return Object.assign(new Capability(), NOTHING_STATED, {
      id,
      organizationId,
      state: CapabilityState.DRAFT,
      concepts: [],
      parameters: [],
      materials: [],
      processes: [],
      regionsServed: [],
      factsConfirmedAt: {},
      factSources: {},
      factState: FactState.DECLARED as const,
      version: 0,
      createdAt: at,
      updatedAt: at,
    });
  }

  get capacity(): QuantityValue | null {
    if (this.capacityAmount === null || this.capacityUnit === null) return null;
    return {
      amount: this.capacityAmount,
      unit: this.capacityUnit,
      period: this.capacityPeriod ?? Period.ONCE,
    };
  }

  set capacity(capacity: QuantityValue | null) {
    this.capacityAmount = capacity?.amount ?? null;
    this.capacityUnit = capacity?.unit ?? null;
    this.capacityPeriod = capacity?.period ?? null;
  }

  get minimumOrder(): QuantityValue | null {
    if (this.minimumOrderAmount === null || this.minimumOrderUnit === null) return null;
    return { amount: this.minimumOrderAmount, unit: this.minimumOrderUnit, period: Period.ONCE };
  }

  set minimumOrder(order: QuantityValue | null) {
    this.minimumOrderAmount = order?.amount ?? null;
    this.minimumOrderUnit = order?.unit ?? null;
  }

  get price(): PriceRange | null {
    if (this.priceBasis === null || this.priceCurrency === null) return null;
    return {
      min: this.priceMin,
      max: this.priceMax,
      currency: this.priceCurrency,
      taxIncluded: this.priceTaxIncluded,
      basis: this.priceBasis,
    };
  }

  set price(price: PriceRange | null) {
    this.priceMin = price?.min ?? null;
    this.priceMax = price?.max ?? null;
    this.priceCurrency = price?.currency ?? null;
    this.priceTaxIncluded = price?.taxIncluded ?? null;
    this.priceBasis = price?.basis ?? null;
  }

  get published(): boolean {
    return this.state === CapabilityState.PUBLISHED;
  }

  /**
   * The supplier says something about it. Groups of facts that it speaks of are confirmed thereby, and what software
   * had inferred becomes a declaration.
   */
  describe(terms: CapabilityTerms, at: Date): void {
    Object.assign(this, Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)));
    this.confirm(spokenOf(terms), at);
    this.factState = FactState.DECLARED;
    this.touch(at);
  }

  /** Somebody answers for the supplier by a one-time link; the groups spoken of remember it. */
  answerByLink(terms: CapabilityTerms, factRequestId: string, at: Date): void {
    this.describe(terms, at);
    const source: FactSource = { factRequestId, at: at.toISOString() };
    const stated = spokenOf(terms).filter((group) => this.states(group));
    this.factSources = { ...this.factSources, ...Object.fromEntries(stated.map((group) => [group, source])) };
  }

  /** Sets the concepts that it is about: found in its texts, or as the supplier corrected them. */
  classify(concepts: readonly CapabilityConcept[], corrected: boolean): void {
    this.concepts = [...concepts];
    this.conceptsCorrected = corrected;
  }

  /** From now on it is found and matched: a draft, or one that was withdrawn. */
  publish(at: Date): void {
    if (this.published) throw new Error('it is published already');
    this.state = CapabilityState.PUBLISHED;
    this.touch(at);
  }

  /** The supplier no longer offers it. */
  withdraw(at: Date): void {
    if (!this.published) throw new Error('only what is published is withdrawn');
    this.state = CapabilityState.WITHDRAWN;
    this.touch(at);
  }

  /** The supplier says that everything stated still holds. */
  reconfirm(at: Date): void {
    this.confirm(FACT_GROUPS, at);
    this.factState = FactState.DECLARED;
    this.touch(at);
  }

  /** Whether the supplier states anything of a group of facts. */
  states(group: CapabilityFact): boolean {
    return FACTS_OF[group].some((fact) => {
      const value = this[fact];
      return Array.isArray(value) ? value.length > 0 : value !== null;
    });
  }

  private confirm(groups: readonly CapabilityFact[], at: Date): void {
    const confirmed = { ...this.factsConfirmedAt };
    const sources = { ...this.factSources };
    for (const group of groups) {
      delete sources[group];
      if (this.states(group)) confirmed[group] = at.toISOString();
      else delete confirmed[group];
    }
    this.factsConfirmedAt = confirmed;
    this.factSources = sources;
  }

  private touch(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}
