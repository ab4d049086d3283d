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

/** What a part of a need is about. */
export type PartKind =
  'MATERIAL' | 'PROCESS' | 'PRODUCT' | 'SERVICE' | 'EQUIPMENT' | 'APPLICATION' | 'KEYWORD';

/** How a part takes part: the thing asked for, something that narrows it, or the field of use. */
export type PartRole = 'HEAD' | 'DEFINING' | 'MODIFIER' | 'APPLICATION';

/** One part of what is asked: 铝合金 (material), 压铸 (process), 电机壳体 (product). */
export interface NeedPart {
  readonly kind: PartKind;
  readonly role: PartRole;
  /** The buyer's words for it, folded. */
  readonly text: string;
  readonly conceptId: string | null;
  /** Exponent in the geometric mean over the parts. */
  readonly weight: number;
}

/** The conditions of a need: compared with facts, never searched as words. */
export interface NeedConditions {
  readonly requiredCertificates: readonly string[];
  readonly preferredCertificates: readonly string[];
  readonly parameters: readonly AskedParameter[];
  readonly quantity?: AskedQuantity;
  readonly deliverInDays?: number;
  /** Codes of GB/T 2260: any of them will do (上海或苏州); empty when the place is open. */
  readonly regions: readonly string[];
  readonly excludedRegions: readonly string[];
  readonly price?: AskedPrice;
  readonly excludedOrganizationIds: readonly string[];
}

/** A need as it was read: the typed parts of what is asked, and the conditions. */
export interface NeedReading {
  readonly description: NeedDescription;
  readonly parts: readonly NeedPart[];
  readonly conditions: NeedConditions;
  /** What is left of the words when conditions, verbs and courtesies are taken out. */
  readonly subject: string;
  /** What it asks for as the search box reads it: grades, figures and places stay, courtesies and amounts go; folded. */
  readonly question: string;
  /** All its words but verbs and courtesies, those of the conditions included; folded. */
  readonly wording: string;
}
