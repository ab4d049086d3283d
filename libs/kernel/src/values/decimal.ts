import Big from 'big.js';
import { BadInputError } from '../errors/domain-error.js';

const DECIMAL = /^-?\d{1,24}(\.\d{1,10})?$/;

/** An exact decimal number as text, such as "0.0085": never a floating-point number. */
export type Decimal = string;

/** Whether a text is an exact decimal of at most 24 digits before and 10 after the point. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** The canonical text of a decimal (no leading zeros, no trailing zeros); throws INVALID_DECIMAL. */
export function parseDecimal(text: string): Decimal {
  if (!isDecimal(text)) throw new BadInputError('INVALID_DECIMAL', { value: text.slice(0, 40) });
  return new Big(text).toFixed();
}

/** Compares two decimals: negative, zero or positive. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return new Big(a).cmp(b);
}

/** The quotient a ÷ b as a floating-point ratio, for scores only; b must not be zero. */
export function decimalRatio(a: Decimal, b: Decimal): number {
  return new Big(a).div(b).toNumber();
}

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
