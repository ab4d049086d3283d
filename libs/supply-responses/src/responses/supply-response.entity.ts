import type { Period, QuantityValue } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BuyerAnswer, type DeclineReason, SupplyResponseState } from './supply-response.enums.js';

/** A typed parameter as the supplier states it for this need. */
export interface StatedParameter {
  readonly parameterId: string;
  /** Exact decimals in `unit`; null where open. */
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  readonly values: readonly string[];
}

/** What a supplier says when it can supply: a sentence, and facts that the match card lacked. */
export type ResponseTerms = Pick<
  SupplyResponse,
  'capabilityId' | 'message' | 'parameters' | 'capacity' | 'leadTimeDays' | 'certificates'
>;

/** "We can supply" 可供: a supplier's answer to a need, before any quotation, and what the buyer says to it. */
@Entity('supply_response')
@Unique(['needId', 'organizationId'])
@Index('supply_response_organization_id_id_idx', ['organizationId', 'id'])
@Index('supply_response_capability_id_idx', ['capabilityId'])
export class SupplyResponse {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid')
  needId!: string;

  /** The supplier. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @ForeignKey('Capability', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  capabilityId!: string | null;

  @Column('text')
  message!: string;

  @Column('jsonb', { default: () => "'[]'" })
  parameters!: StatedParameter[];

  @Column('numeric', { nullable: true })
  capacityAmount!: string | null;

  @Column('text', { nullable: true })
  capacityUnit!: string | null;

  @Column('text', { nullable: true })
  capacityPeriod!: Period | null;

  @Column('int', { nullable: true })
  leadTimeDays!: number | null;

  /** Certificates in the supplier's words. */
  @Column('text', { nullable: true })
  certificates!: string | null;

  @Column('text', { default: SupplyResponseState.SENT })
  state!: SupplyResponseState;

  @Column('text', { nullable: true })
  declineReason!: DeclineReason | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** When a buyer under an alias let this supplier know its name, to exchange contacts. */
  @Column('timestamptz', { nullable: true })
  buyerNamedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** A supplier answers a need. */
  static send(
    parties: { id: string; needId: string; organizationId: string },
    terms: ResponseTerms,
    at: Date,
  ): SupplyResponse {
    const unanswered = { state: SupplyResponseState.SENT, declineReason: null, answeredAt: null };
    const kept = { buyerNamedAt: null };
    return Object.assign(new SupplyResponse(), parties, unanswered, kept, terms, {
      createdAt: at,
      updatedAt: at,
    });
  }

  get capacity(): QuantityValue | null {
    if (this.capacityAmount === null || this.capacityUnit === null || this.capacityPeriod === null)
      return null;
    return { amount: this.capacityAmount, unit: this.capacityUnit, period: this.capacityPeriod };
  }

  set capacity(capacity: QuantityValue | null) {
    this.capacityAmount = capacity?.amount ?? null;
    this.capacityUnit = capacity?.unit ?? null;
    this.capacityPeriod = capacity?.period ?? null;
  }

  get withdrawn(): boolean {
    return this.state === SupplyResponseState.WITHDRAWN;
  }

  /** A supplier that had taken its answer back gives a new one; what the buyer said to the old one is gone. */
  sendAgain(terms: ResponseTerms, at: Date): void {
    if (!this.withdrawn) throw new Error('only a withdrawn response is sent again');
    Object.assign(this, terms);
    this.state = SupplyResponseState.SENT;
    this.declineReason = null;
    this.answeredAt = null;
    this.updatedAt = at;
  }

  /** The supplier takes it back; what the buyer declined is over and stays so. */
  withdraw(at: Date): void {
    if (!this.withdrawable) throw new Error('a declined or withdrawn response is not withdrawn');
    this.state = SupplyResponseState.WITHDRAWN;
    this.updatedAt = at;
  }

  /** Whether the supplier can take it back. */
  get withdrawable(): boolean {
    return this.state !== SupplyResponseState.WITHDRAWN && this.state !== SupplyResponseState.DECLINED;
  }

  /** The buyer says what it thinks of it; it may change its mind. Only a no has a reason. */
  answer(answer: BuyerAnswer, reason: DeclineReason | null, at: Date): void {
    if (this.withdrawn) throw new Error('a withdrawn response is not answered');
    if ((answer === BuyerAnswer.DECLINED) !== (reason !== null))
      throw new Error('a no has a reason, and only a no');
    this.state = SupplyResponseState[answer];
    this.declineReason = reason;
    this.answeredAt = at;
    this.updatedAt = at;
  }

  /** The buyer lets the supplier know its name; the first time stays. */
  nameBuyer(at: Date): void {
    this.buyerNamedAt ??= at;
  }

  /** Whether the buyer has said just this already. */
  answeredWith(answer: BuyerAnswer, reason: DeclineReason | null): boolean {
    return this.state === SupplyResponseState[answer] && this.declineReason === reason;
  }
}
