import type { FactState } from '@app/organizations';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type CapabilityFact, CapabilityKind, CapabilityState, type FirstSetLevel } from './capability.enums.js';

/** What a capability is about, in the words of the vocabulary: found in its texts, or set by the supplier. */
export interface CapabilityConcept {
  /** Trade concept; null for a keyword that the vocabulary does not know. */
  readonly conceptId: string | null;
  /** Kind of the concept, or KEYWORD. */
  readonly kind: string;
  /** The words as they stand in the text. */
  readonly text: string;
  /** Importance, 0 to 1. */
  readonly weight: number;
}

/** A typed parameter with the range or the values that the supplier offers. */
export interface OfferedParameter {
  readonly parameterId: string;
  /** Exact decimals in `unit`; null where open. */
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  /** Values of an ordered or open list. */
  readonly values: readonly string[];
}

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
  capacityPeriod!: string | null;

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

  /** The phrase of the business scope that an inferred capability was derived from. */
  @Column('text', { nullable: true })
  sourcePhrase!: string | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
