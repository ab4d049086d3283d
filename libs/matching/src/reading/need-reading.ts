import type { AskedParameter, AskedPrice, AskedQuantity, NeedDescription } from './need-description.js';

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
