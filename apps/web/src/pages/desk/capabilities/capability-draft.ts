import type { EnumOf } from '../../../api/graphql.js';
import { type QuantityDraft, quantityOf, storedUnit } from '../../../texts/quantity.js';
import type { OwnCapability } from './capability.operations.js';

/** A concept as the select holds it. */
export interface ChosenConcept {
  readonly value: string;
  readonly label: string;
}

/** A typed parameter as the form holds it: a range in its unit, or values. */
export interface ParameterDraft {
  readonly parameterId: string;
  readonly name: string;
  readonly min?: string | null;
  readonly max?: string | null;
  readonly unit: string | null;
  readonly values: readonly string[];
}

/** A capability as the form holds it. */
export interface CapabilityDraft {
  readonly title: string;
  readonly kind: EnumOf<'CapabilityKind'>;
  readonly description?: string;
  readonly concepts?: ChosenConcept[];
  readonly capacity?: QuantityDraft;
  readonly minimumOrder?: QuantityDraft;
  readonly leadTimeDays?: number | null;
  readonly priceMin?: string | null;
  readonly priceMax?: string | null;
  readonly priceBasis?: string;
  readonly materials?: string[];
  readonly processes?: string[];
  readonly specification?: string;
  readonly parameters?: readonly ParameterDraft[];
  /** Certificate kinds to declare in addition to those already declared. */
  readonly certificates?: string[];
}

function priceOf({ priceMin, priceMax, priceBasis }: CapabilityDraft) {
  if (!priceMin && !priceMax) return null;
  return { min: priceMin ?? null, max: priceMax ?? null, basis: storedUnit(priceBasis), currency: 'CNY' };
}

/** The parameters that have a value. */
function parametersOf({ parameters = [] }: CapabilityDraft) {
  const end = (value: string | null | undefined) => (value ? String(value) : null);
  return parameters
    .map(({ parameterId, min, max, values = [] }) => ({
      parameterId,
      min: end(min),
      max: end(max),
      values: [...values],
    }))
    .filter(({ min, max, values }) => min !== null || max !== null || values.length > 0);
}

/** The API input for a draft. */
export function capabilityInput(draft: CapabilityDraft) {
  const conceptIds = (draft.concepts ?? []).map(({ value }) => value);
  return {
    title: draft.title,
    kind: draft.kind,
    description: draft.description || null,
    conceptIds: conceptIds.length > 0 ? conceptIds : null,
    capacity: quantityOf(draft.capacity),
    minimumOrder: quantityOf(draft.minimumOrder),
    leadTimeDays: draft.leadTimeDays ?? null,
    price: priceOf(draft),
    materials: draft.materials ?? [],
    processes: draft.processes ?? [],
    specification: draft.specification || null,
    parameters: parametersOf(draft),
  };
}

/** A stored capability as the form holds it. */
export function draftOfCapability(capability: OwnCapability): CapabilityDraft {
  const concepts = capability.conceptsCorrected
    ? capability.concepts.flatMap(({ conceptId, text }) =>
        conceptId ? [{ value: conceptId, label: text }] : [],
      )
    : [];
  return {
    title: capability.title,
    kind: capability.kind,
    description: capability.description ?? '',
    concepts,
    capacity: capability.capacity ?? undefined,
    minimumOrder: capability.minimumOrder ?? undefined,
    leadTimeDays: capability.leadTimeDays,
    priceMin: capability.price?.min,
    priceMax: capability.price?.max,
    priceBasis: capability.price?.basis,
    materials: capability.materials,
    processes: capability.processes,
    specification: capability.specification ?? '',
    parameters: capability.parameters.map(({ parameter, ...stored }) => ({
      ...stored,
      name: parameter?.name ?? stored.parameterId,
    })),
  };
}
