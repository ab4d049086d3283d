import type { EnumOf } from '../api/graphql.js';
import { storedUnit } from '../texts/unit-names.js';

/** An amount as a form holds it. */
export interface QuantityDraft {
  readonly amount?: string | null;
  readonly unit?: string;
  readonly period?: EnumOf<'Period'>;
}

/** The amount as the API takes it; null when it was left out. */
export function quantityOf(draft: QuantityDraft | undefined) {
  if (!draft?.amount) return null;
  return {
    amount: String(draft.amount),
    unit: storedUnit(draft.unit),
    period: draft.period ?? ('ONCE' as const),
  };
}
