import type { Decimal, Period } from '@app/kernel';

/** A typed parameter that a need asks for: a value or range in a unit, or one of several grades. */
export interface AskedParameter {
  readonly parameterId: string;
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly unit?: string;
  readonly values?: readonly string[];
}

/** A quantity asked for. */
export interface AskedQuantity {
  readonly amount: Decimal;
  readonly unit: string;
  readonly period: Period;
}

/** What the buyer would pay for one unit. */
export interface AskedPrice {
  readonly max: Decimal;
  readonly currency: string;
  readonly taxIncluded: boolean;
  readonly basis: string;
  /** Whether the reader may see the amount; otherwise a card tells only whether an offer lies in its band. */
  readonly shown: boolean;
  /** Whether the buyer keeps it to itself: it is then compared by its band, whoever reads. */
  readonly hidden?: boolean;
  /** Where it is a budget shared out over pieces: the whole of it, and how many they are. */
  readonly budget?: { readonly amount: Decimal; readonly pieces: Decimal };
}

/** One line of a need, as far as matching reads it. */
export interface AskedLine {
  readonly name: string;
  readonly material?: string | null;
  readonly process?: string | null;
  readonly surface?: string | null;
}

/** The kind of need, from its buyer. */
export type AskedKind = 'PART' | 'MATERIAL' | 'EQUIPMENT' | 'SERVICE' | 'TECHNICAL_CHALLENGE';

/**
 * A need as matching takes it in: words, and whatever the buyer stated as facts. Plain words are a description with
 * nothing but a text; what the words say of quantities, certificates and places is read out of them.
 */
export interface NeedDescription {
  /** Key of a stored need. */
  readonly needId?: string;
  /** Whether a stored need may be read by everybody, and its words sent to an outside model. */
  readonly isPublic?: boolean;
  readonly title: string;
  readonly text: string;
  readonly kind?: AskedKind;
  readonly lines: readonly AskedLine[];
  readonly requiredCertificates: readonly string[];
  readonly preferredCertificates: readonly string[];
  readonly parameters: readonly AskedParameter[];
  readonly quantity?: AskedQuantity;
  /** Days from now until delivery. */
  readonly deliverInDays?: number;
  /** GB/T 2260 code of where it is delivered to or where suppliers are preferred. */
  readonly region?: string;
  /** Regions that the buyer excluded. */
  readonly excludedRegions: readonly string[];
  readonly price?: AskedPrice;
  /** Organizations that are not to be proposed: the buyer itself, and hidden pairs. */
  readonly excludedOrganizationIds: readonly string[];
}

/** A need of which nothing but its words is known. */
export function plainWords(text: string): NeedDescription {
  return {
    title: text,
    text: '',
    lines: [],
    requiredCertificates: [],
    preferredCertificates: [],
    parameters: [],
    excludedRegions: [],
    excludedOrganizationIds: [],
  };
}
