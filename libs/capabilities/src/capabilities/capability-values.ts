import type { ParameterTerm } from '@app/taxonomy';

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

/** Where a group of facts comes from when no member of the supplier stated it: an answer by a one-time link. */
export interface FactSource {
  readonly factRequestId: string;
  /** Instant of the answer, ISO 8601. */
  readonly at: string;
}

/** A typed parameter with the range or the values that the supplier offers. */
export type OfferedParameter = ParameterTerm;

/** A price range as the supplier states it; at least one end is known. */
export interface PriceRange {
  /** Exact decimals in the currency's main unit. */
  readonly min: string | null;
  readonly max: string | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly taxIncluded: boolean | null;
  /** Unit that the price is for: 件, kg, 小时. */
  readonly basis: string;
}
