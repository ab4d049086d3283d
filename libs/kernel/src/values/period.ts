import Big from 'big.js';
import type { Decimal } from './decimal.js';

/** How often a quantity comes: once, per month or per year. */
export enum Period {
  ONCE = 'ONCE',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}

/** An amount with its unit and period: 50000 件 per MONTH. */
export interface QuantityValue {
  amount: Decimal;
  unit: string;
  period: Period;
}

/** The amount per month of a repeated quantity (a year has twelve months); null for a single one. */
export function amountPerMonth(quantity: { amount: Decimal; period: Period }): Decimal | null {
  if (quantity.period === Period.ONCE) return null;
  return quantity.period === Period.MONTH ? quantity.amount : new Big(quantity.amount).div(12).toFixed(10);
}
