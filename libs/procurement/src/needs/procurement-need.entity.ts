import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NeedNotOpenError, NeedStateError } from './procurement-need.errors.js';
import { type NeedKind, type NeedPurpose, NeedState, NeedVisibility } from './procurement-need.enums.js';

/** What a need is about, in the words of the vocabulary. */
export interface NeedConcept {
  readonly conceptId: string | null;
  readonly kind: string;
  readonly text: string;
  readonly weight: number;
}

/** A typed parameter that the need asks for: a value or range in a unit, or grades. */
export interface AskedNeedParameter {
  readonly parameterId: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  readonly values: readonly string[];
}

/** A procurement need 采购需求 of a buyer, from draft to award. */
@Entity('procurement_need')
@Index('procurement_need_organization_id_id_idx', ['organizationId', 'id'])
@Index('procurement_need_open', { synchronize: false })
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

  /** A draft becomes open for responses. */
  publish(now: Date): void {
    if (this.state !== NeedState.DRAFT) throw new NeedStateError(this.state, NeedState.PUBLISHED);
    this.state = NeedState.PUBLISHED;
    this.publishedAt = now;
  }

  /** An open need takes no more responses. */
  close(): void {
    if (this.state !== NeedState.PUBLISHED) throw new NeedStateError(this.state, NeedState.CLOSED);
    this.state = NeedState.CLOSED;
  }

  /** Called off; an awarded need cannot be. */
  cancel(reason: string): void {
    if (this.state === NeedState.AWARDED || this.state === NeedState.CANCELLED) {
      throw new NeedStateError(this.state, NeedState.CANCELLED);
    }
    this.state = NeedState.CANCELLED;
    this.cancellationReason = reason;
  }

  /** Refuses a response to a need that is not open, or whose reply deadline has passed. */
  assertOpen(now: Date): void {
    if (this.state !== NeedState.PUBLISHED || (this.replyDeadline && this.replyDeadline <= now)) throw new NeedNotOpenError();
  }
}
