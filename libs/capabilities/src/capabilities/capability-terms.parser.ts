import {
  BadInputError,
  compareDecimals,
  keyOf,
  Period,
  type QuantityInput,
  type QuantityValue,
} from '@app/kernel';
import { Classification } from '@app/organizations';
import { ConceptExtractor, ConceptVocabulary, ParameterTerms } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { CapabilityConcept, PriceRange } from './capability-values.js';
import type { CapabilityTerms } from './capability.entity.js';
import type { CapabilityKind } from './capability.enums.js';
import type { CapabilityTermsInput, PriceRangeInput } from './capability.inputs.js';

/** The texts that concepts are found in. */
interface DescribedCapability {
  readonly title: string;
  readonly description: string | null;
  readonly materials: readonly string[];
  readonly processes: readonly string[];
  readonly specification: string | null;
}

/** Each concept that a supplier names after the first counts a little less than the one before. */
const STEP = 0.9;

type TermsWish = CapabilityTermsInput & { kind?: CapabilityKind | null; title?: string | null };

/**
 * Parses what a supplier states about a capability. Codes must exist, amounts must be positive, and a lower bound may
 * not exceed an upper bound.
 */
@Injectable()
export class CapabilityTermsParser {
  constructor(
    private readonly classification: Classification,
    private readonly parameters: ParameterTerms,
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The terms that an input states; throws BAD_INPUT with the field. */
  parseTerms(input: TermsWish): CapabilityTerms {
    return {
      kind: input.kind ?? undefined,
      title: input.title?.trim() || undefined,
      description: trimmed(input.description),
      parameters:
        input.parameters === null ? [] : input.parameters && this.parameters.readTerms(input.parameters),
      industryCode: input.industryCode
        ? this.classification.industryCode(input.industryCode, 'input.industryCode')
        : input.industryCode,
      materials: words(input.materials),
      processes: words(input.processes),
      specification: trimmed(input.specification),
      certificateIds:
        input.certificateIds?.map((id) => keyOf(id, 'OrganizationCertificate')) ?? input.certificateIds,
      capacity: input.capacity ? quantity(input.capacity, 'input.capacity') : input.capacity,
      minimumOrder: input.minimumOrder ? minimumOrder(input.minimumOrder) : input.minimumOrder,
      price: input.price ? priceRange(input.price) : input.price,
      leadTimeDays: input.leadTimeDays,
      regionsServed: this.regions(input.regionsServed),
      firstSetLevel: input.firstSetLevel,
      innovationCatalogue: input.innovationCatalogue === null ? false : input.innovationCatalogue,
    };
  }

  /** The concepts that the texts of a capability name, most important first. */
  findConcepts(capability: DescribedCapability): CapabilityConcept[] {
    const { title, processes, materials, description, specification } = capability;
    const texts = [title, ...processes, ...materials, description, specification];
    const terms = this.extractor.extract(texts.filter(Boolean).join('\n'));
    return terms.map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
  }

  /** The concepts that a supplier names instead, most important first; throws UNKNOWN_CONCEPT. */
  parseConcepts(conceptIds: readonly string[]): CapabilityConcept[] {
    return [...new Set(conceptIds)].map((id, i) => {
      const concept = this.vocabulary.get(id);
      if (!concept) throw new BadInputError('UNKNOWN_CONCEPT', { id: id.slice(0, 80) }, ['input.conceptIds']);
      return { conceptId: id, kind: concept.kind, text: concept.zh, weight: Number((STEP ** i).toFixed(3)) };
    });
  }

  private regions(codes: readonly string[] | null | undefined): string[] | undefined {
    if (codes === null) return [];
    const read = codes?.map((code, i) => this.classification.regionCode(code, `input.regionsServed.${i}`));
    return read && [...new Set(read)];
  }
}

function trimmed(text: string | null | undefined): string | null | undefined {
  return text ? text.trim() || null : text;
}

function words(list: readonly string[] | null | undefined): string[] | undefined {
  if (list === null) return [];
  return list && [...new Set(list.map((word) => word.trim()).filter(Boolean))];
}

function quantity({ amount, unit, period }: QuantityInput, field: string): QuantityValue {
  if (compareDecimals(amount, '0') <= 0) throw new BadInputError('NOT_POSITIVE', {}, [`${field}.amount`]);
  return { amount, unit: unit.trim(), period };
}

function minimumOrder(input: QuantityInput): QuantityValue {
  if (input.period !== Period.ONCE)
    throw new BadInputError('MINIMUM_ORDER_HAS_NO_PERIOD', {}, ['input.minimumOrder.period']);
  return quantity(input, 'input.minimumOrder');
}

function priceRange({
  min = null,
  max = null,
  currency,
  taxIncluded = null,
  basis,
}: PriceRangeInput): PriceRange {
  if (min === null && max === null) throw new BadInputError('PRICE_WITHOUT_AMOUNT', {}, ['input.price']);
  if ([min, max].some((end) => end !== null && compareDecimals(end, '0') < 0))
    throw new BadInputError('NEGATIVE_PRICE', {}, ['input.price']);
  if (min !== null && max !== null && compareDecimals(min, max) > 0)
    throw new BadInputError('RANGE_UPSIDE_DOWN', {}, ['input.price']);
  return { min, max, currency, taxIncluded, basis: basis.trim() };
}
