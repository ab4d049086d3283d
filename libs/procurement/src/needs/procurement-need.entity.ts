import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NeedKind, type NeedPurpose, NeedState, NeedVisibility } from './procurement-need.enums.js';

/** What a need is about, in the words of the vocabulary. */
export interface NeedConcept {
  /** Trade concept; null for a keyword that the vocabulary does not know. */
  readonly conceptId: string | null;
  /** Kind of the concept, or KEYWORD. */
  readonly kind: string;
  readonly text: string;
  /** Importance, 0 to 1. */
  readonly weight: number;
}

/** A typed parameter that the need asks for. */
export interface AskedNeedParameter {
  readonly parameterId: string;
  /** Exact decimals in `unit`; null where open. */
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  readonly values: readonly string[];
}

/** The price that the buyer aims at. */
export interface TargetPrice {
  /** Exact decimal in the currency's main unit. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly taxIncluded: boolean | null;
  /** Unit that the price is for: 件, kg, 小时. */
  readonly basis: string;
}

/** What the buyer can spend; at least one end is known. */
export interface BudgetBand {
  /** Exact decimals in the currency's main unit. */
  readonly min: string | null;
  readonly max: string | null;
  /** ISO 4217. */
  readonly currency: string;
}

/** How long suppliers have when the buyer sets no reply deadline. */
const USUAL_REPLY_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** What a buyer may say about a need; what is left out stays as it is. */
export type NeedTerms = Partial<
  Pick<
    ProcurementNeed,
    | 'kind'
    | 'visibility'
    | 'title'
    | 'description'
    | 'alias'
    | 'requiredCertificates'
    | 'preferredCertificates'
    | 'parameters'
    | 'deliveryRegionCode'
    | 'deliverBy'
    | 'statedTargetPrice'
    | 'targetPriceShown'
    | 'statedBudget'
    | 'budgetShown'
    | 'paymentTerms'
    | 'purpose'
    | 'replyDeadline'
    | 'smeReserved'
  >
>;

/** A procurement need 采购需求 of a buyer, from draft to award. */
@Entity('procurement_need')
@Index('procurement_need_organization_id_id_idx', ['organizationId', 'id'])
@Index('procurement_need_open', { synchronize: false })
@Index('procurement_need_closed_audience', { synchronize: false })
export class ProcurementNeed {
  @PrimaryColumn('uuid')
  id!: string;

  /** The buyer. Reached only through a field resolver, since it may stand under an alias. */
  @ForeignKey('Organization')
  @Column('uuid')
  organizationId!: string;

  @Column('text')
  kind!: NeedKind;

  @Column('text', { default: NeedState.DRAFT })
  state!: NeedState;

  @Column('text', { default: NeedVisibility.PUBLIC })
  visibility!: NeedVisibility;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** Name under which the buyer stands until it consents to be named: 某新能源汽车链主·杭州. */
  @Column('text', { nullable: true })
  alias!: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  requiredCertificates!: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  preferredCertificates!: string[];

  @Column('jsonb', { default: () => "'[]'" })
  parameters!: AskedNeedParameter[];

  @Column('jsonb', { default: () => "'[]'" })
  concepts!: NeedConcept[];

  /** GB/T 2260 code of the place of delivery. */
  @Column('text', { nullable: true })
  deliveryRegionCode!: string | null;

  @Column('date', { nullable: true })
  deliverBy!: string | null;

  @Column('numeric', { nullable: true })
  targetPriceAmount!: string | null;

  @Column('text', { nullable: true })
  targetPriceCurrency!: string | null;

  @Column('boolean', { nullable: true })
  targetPriceTaxIncluded!: boolean | null;

  @Column('text', { nullable: true })
  targetPriceBasis!: string | null;

  @Column('boolean', { default: false })
  targetPriceShown!: boolean;

  @Column('numeric', { nullable: true })
  budgetMin!: string | null;

  @Column('numeric', { nullable: true })
  budgetMax!: string | null;

  @Column('text', { nullable: true })
  budgetCurrency!: string | null;

  @Column('boolean', { default: false })
  budgetShown!: boolean;

  @Column('text', { nullable: true })
  paymentTerms!: string | null;

  @Column('text', { nullable: true })
  purpose!: NeedPurpose | null;

  @Column('timestamptz', { nullable: true })
  replyDeadline!: Date | null;

  @Column('boolean', { default: false })
  smeReserved!: boolean;

  @Column('text', { nullable: true })
  cancellationReason!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  /** A buyer begins to write down what it needs; the first description makes it version 1. */
  static draft(id: string, organizationId: string, at: Date): ProcurementNeed {
    return Object.assign(new ProcurementNeed(), BLANK, {
      id,
      organizationId,
      requiredCertificates: [],
      preferredCertificates: [],
      parameters: [],
      concepts: [],
      version: 0,
      createdAt: at,
      updatedAt: at,
    });
  }

  get statedTargetPrice(): TargetPrice | null {
    if (this.targetPriceAmount === null || this.targetPriceCurrency === null) return null;
    return {
      amount: this.targetPriceAmount,
      currency: this.targetPriceCurrency,
      taxIncluded: this.targetPriceTaxIncluded,
      basis: this.targetPriceBasis ?? '件',
    };
  }

  set statedTargetPrice(price: TargetPrice | null) {
    this.targetPriceAmount = price?.amount ?? null;
    this.targetPriceCurrency = price?.currency ?? null;
    this.targetPriceTaxIncluded = price?.taxIncluded ?? null;
    this.targetPriceBasis = price?.basis ?? null;
  }

  get statedBudget(): BudgetBand | null {
    if (this.budgetCurrency === null) return null;
    return { min: this.budgetMin, max: this.budgetMax, currency: this.budgetCurrency };
  }

  set statedBudget(budget: BudgetBand | null) {
    this.budgetMin = budget?.min ?? null;
    this.budgetMax = budget?.max ?? null;
    this.budgetCurrency = budget?.currency ?? null;
  }

  get published(): boolean {
    return this.state === NeedState.PUBLISHED;
  }

  /** Whether the buyer can still change what it says and whom it invites. */
  get changeable(): boolean {
    return this.state === NeedState.DRAFT || this.published;
  }

  /** Whether suppliers can answer: published, and the reply deadline lies ahead. */
  openAt(now: Date): boolean {
    return this.published && this.replyDeadline !== null && this.replyDeadline > now;
  }

  /** The buyer says something about it. */
  describe(terms: NeedTerms, at: Date): void {
    if (!this.changeable) throw new Error('only a draft or a published need is changed');
    Object.assign(this, Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)));
    if (this.published) this.replyDeadline ??= usualDeadline(at);
    this.touch(at);
  }

  /** Sets what it is about. */
  classify(concepts: readonly NeedConcept[]): void {
    this.concepts = [...concepts];
  }

  /** A draft becomes open for responses; without a reply deadline suppliers have thirty days. */
  publish(at: Date): void {
    if (this.state !== NeedState.DRAFT) throw new Error('only a draft is published');
    this.state = NeedState.PUBLISHED;
    this.publishedAt = at;
    this.replyDeadline ??= usualDeadline(at);
    this.touch(at);
  }

  /** An open need takes no more responses. */
  close(at: Date): void {
    if (!this.published) throw new Error('only a published need is closed');
    this.state = NeedState.CLOSED;
    this.touch(at);
  }

  /** Called off; an awarded need cannot be. */
  cancel(reason: string, at: Date): void {
    if (!this.cancellable) throw new Error('an awarded or cancelled need is not cancelled');
    this.state = NeedState.CANCELLED;
    this.cancellationReason = reason;
    this.touch(at);
  }

  /** Whether it can be called off. */
  get cancellable(): boolean {
    return this.state !== NeedState.AWARDED && this.state !== NeedState.CANCELLED;
  }

  private touch(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}

function usualDeadline(from: Date): Date {
  return new Date(from.getTime() + USUAL_REPLY_DAYS * DAY);
}

const BLANK = {
  kind: NeedKind.PART,
  state: NeedState.DRAFT,
  visibility: NeedVisibility.PUBLIC,
  description: null,
  alias: null,
  deliveryRegionCode: null,
  deliverBy: null,
  targetPriceAmount: null,
  targetPriceCurrency: null,
  targetPriceTaxIncluded: null,
  targetPriceBasis: null,
  targetPriceShown: false,
  budgetMin: null,
  budgetMax: null,
  budgetCurrency: null,
  budgetShown: false,
  paymentTerms: null,
  purpose: null,
  replyDeadline: null,
  smeReserved: false,
  cancellationReason: null,
  publishedAt: null,
};
