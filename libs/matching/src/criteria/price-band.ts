import type { Decimal } from '@app/kernel';

/** Preferred numbers of the series R10 (ISO 3): each about a quarter above the one before, the same in every decade. */
const SERIES = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10];
/** Prices are exact, quotients of them are not. */
const ROUNDING = 1 + 1e-9;

/**
 * The upper end of the band in which a positive amount lies, in the same currency and unit: the least preferred number
 * that is not below it, so 95 gives 100 and 100 gives 100.
 *
 * An amount that its buyer hides is compared by its band alone. Whoever asks with ever other prices learns the band and
 * nothing finer, however often: all amounts of one band lead to the same answers.
 */
export function bandEnd(amount: Decimal): number {
  const value = Number(amount);
  const decade = 10 ** Math.floor(Math.log10(value));
  const step = SERIES.find((each) => value <= each * decade * ROUNDING);
  return (step ?? 10) * decade;
}

/** Whether a price lies in the band of a hidden amount or below it. */
export function withinBand(price: number, amount: Decimal): boolean {
  return price <= bandEnd(amount) * ROUNDING;
}
