import type { Period, QuantityValue } from '@app/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Tooling } from './procurement-need.enums.js';

/** What a buyer says about a line item; whatever is left out is not stated. */
export type NeedLineTerms = Partial<Omit<NeedLine, 'id' | 'needId' | 'position' | 'quantity' | 'name'>> & {
  /** Line that this one replaces; a new one when left out. */
  readonly id?: string | null;
  /** The need's title when left out. */
  readonly name?: string | null;
};

/** One line item of a need: a part, material, machine or service with what it has to be and how many. */
@Entity('need_line')
@Unique(['needId', 'position'])
export class NeedLine {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid')
  needId!: string;

  /** From 1. */
  @Column('int')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  partNumber!: string | null;

  @Column('text', { nullable: true })
  drawingNumber!: string | null;

  @Column('text', { nullable: true })
  revision!: string | null;

  /** Grade and state, such as A380 or 42CrMo quenched and tempered. */
  @Column('text', { nullable: true })
  material!: string | null;

  @Column('text', { nullable: true })
  process!: string | null;

  @Column('text', { nullable: true })
  tolerance!: string | null;

  @Column('text', { nullable: true })
  surface!: string | null;

  @Column('text', { nullable: true })
  heatTreatment!: string | null;

  @Column('text', { nullable: true })
  inspection!: string | null;

  @Column('text', { nullable: true })
  packaging!: string | null;

  @Column('numeric', { nullable: true })
  quantityAmount!: string | null;

  @Column('text', { nullable: true })
  quantityUnit!: string | null;

  @Column('text', { nullable: true })
  quantityPeriod!: Period | null;

  /** Exact decimals: the amounts of the first, second, … year where the volume grows; empty when it does not. */
  @Column('text', { array: true, default: () => "'{}'" })
  yearlySteps!: string[];

  @Column('date', { nullable: true })
  startOfProduction!: string | null;

  @Column('text', { nullable: true })
  tooling!: Tooling | null;

  get quantity(): QuantityValue | null {
    if (this.quantityAmount === null || this.quantityUnit === null || this.quantityPeriod === null)
      return null;
    return { amount: this.quantityAmount, unit: this.quantityUnit, period: this.quantityPeriod };
  }

  /** A line as the buyer states it, at its place in the need. */
  static of(
    needId: string,
    place: { id: string; position: number; name: string },
    terms: NeedLineTerms,
  ): NeedLine {
    const stated = Object.entries(terms).filter(([, value]) => value !== undefined && value !== null);
    return Object.assign(new NeedLine(), BLANK, Object.fromEntries(stated), { needId, ...place });
  }
}

const BLANK = {
  partNumber: null,
  drawingNumber: null,
  revision: null,
  material: null,
  process: null,
  tolerance: null,
  surface: null,
  heatTreatment: null,
  inspection: null,
  packaging: null,
  quantityAmount: null,
  quantityUnit: null,
  quantityPeriod: null,
  yearlySteps: [],
  startOfProduction: null,
  tooling: null,
};
