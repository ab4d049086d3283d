import type { ParameterTerm } from '@app/taxonomy';

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
export type AskedNeedParameter = ParameterTerm;

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
