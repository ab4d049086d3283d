/** What a trade concept is; APPLICATION is a field of use or an end industry, EQUIPMENT a machine that one buys. */
export enum ConceptKind {
  PRODUCT = 'PRODUCT',
  PROCESS = 'PROCESS',
  MATERIAL = 'MATERIAL',
  EQUIPMENT = 'EQUIPMENT',
  SERVICE = 'SERVICE',
  APPLICATION = 'APPLICATION',
}

/** A product, process, material, machine, service or field of use, with the names by which the trade calls it. */
export interface TradeConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly zh: string;
  readonly en: string;
  readonly synonyms: readonly string[];
  /** The next broader concept. */
  readonly broader?: string;
  /**
   * Concepts that stand beside it without being it or a kind of it: who offers one may serve who needs the other. Told at
   * one of the two, and true both ways.
   */
  readonly near?: readonly string[];
  /** Concepts that the name itself contains: 铝压铸 is aluminium alloy and die casting. */
  readonly composedOf: readonly string[];
  /** Codes of GB/T 4754. */
  readonly industries: readonly string[];
  /** Typed parameters that decide whether a capability suits. */
  readonly parameters: readonly string[];
  /** Why a name is also claimed by another concept. */
  readonly note?: string;
}

/** How the values of a parameter compare. */
export enum ParameterType {
  /** A capability offers min to max, a need asks a value or a range, both in the parameter's unit. */
  RANGE = 'RANGE',
  /** An ordered list of grades. */
  ORDINAL = 'ORDINAL',
  /** A set of names; the values listed are the usual ones, others may be entered. */
  SET = 'SET',
}

interface ParameterBase {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** A typed parameter of trade concepts (piece weight, alloy, casting tolerance grade). */
export type ConceptParameter =
  | (ParameterBase & {
      readonly type: ParameterType.RANGE;
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      /** Further names by which texts call it: 公差, Ra. */
      readonly also?: readonly string[];
      /**
       * Where a single figure of a supplier is the end of what it can do: LOWER for what gets harder downwards (who holds
       * ±0.02 mm holds ±0.05 mm too), HIGHER for what gets harder upwards (a machine for 800 mm takes 300 mm too).
       */
      readonly reach?: 'LOWER' | 'HIGHER';
    })
  | (ParameterBase & {
      readonly type: ParameterType.ORDINAL;
      readonly values: readonly string[];
      /** Which end of the list is the stricter one: LOWER the first, HIGHER the last. */
      readonly better: 'LOWER' | 'HIGHER';
    })
  | (ParameterBase & { readonly type: ParameterType.SET; readonly values: readonly string[] });
