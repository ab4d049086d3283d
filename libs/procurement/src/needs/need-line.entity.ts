import type { Period, QuantityType } from '@app/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Tooling } from './procurement-need.enums.js';

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

  /** Amounts of the first, second, … year where the volume grows; empty when it does not. */
  @Column('numeric', { array: true, default: () => "'{}'" })
  yearlySteps!: string[];

  @Column('date', { nullable: true })
  startOfProduction!: string | null;

  @Column('text', { nullable: true })
  tooling!: Tooling | null;

  get quantity(): QuantityType | null {
    if (this.quantityAmount === null || this.quantityUnit === null || this.quantityPeriod === null) return null;
    return { amount: this.quantityAmount, unit: this.quantityUnit, period: this.quantityPeriod };
  }
}
