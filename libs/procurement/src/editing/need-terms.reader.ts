import { ParameterTerms } from '@app/taxonomy';
import { BadInputError, Clock, compareDecimals, keyOf } from '@app/kernel';
import { Classification } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type {
  BudgetBandInput,
  NeedLineInput,
  NeedTermsInput,
  TargetPriceInput,
} from './need-terms.graphql.js';
import type { NeedContent } from './need-writer.js';
import type { NeedLineTerms } from '../needs/need-line.entity.js';
import type { BudgetBand, NeedTerms, TargetPrice } from '../needs/procurement-need.entity.js';

type TermsWish = NeedTermsInput & { title?: string | null };

/** Reads what a buyer says about a need: codes must exist, amounts be positive, the reply deadline lie ahead. */
@Injectable()
export class NeedTermsReader {
  constructor(
    private readonly classification: Classification,
    private readonly parameters: ParameterTerms,
    private readonly clock: Clock,
  ) {}

  /** The content that an input states; throws BAD_INPUT with the field. */
  readContent(input: TermsWish): NeedContent {
    const lines =
      input.lines === null ? [] : input.lines?.map((line, i) => lineTerms(line, `input.lines.${i}`));
    return { terms: { ...this.conditions(input), ...wording(input), ...money(input) }, lines };
  }

  private conditions(input: TermsWish): NeedTerms {
    return {
      requiredCertificates: this.certificates(input.requiredCertificates, 'input.requiredCertificates'),
      preferredCertificates: this.certificates(input.preferredCertificates, 'input.preferredCertificates'),
      parameters:
        input.parameters === null ? [] : input.parameters && this.parameters.readTerms(input.parameters),
      deliveryRegionCode: input.deliveryRegionCode
        ? this.classification.regionCode(input.deliveryRegionCode, 'input.deliveryRegionCode')
        : input.deliveryRegionCode,
      deliverBy: input.deliverBy,
      replyDeadline: this.deadline(input.replyDeadline),
      smeReserved: input.smeReserved ?? undefined,
    };
  }

  private certificates(ids: readonly string[] | null | undefined, field: string): string[] | undefined {
    if (ids === null) return [];
    const read = ids?.map((id, i) => this.classification.certificateKindId(id, `${field}.${i}`));
    return read && [...new Set(read)];
  }

  private deadline(deadline: Date | null | undefined): Date | null | undefined {
    if (deadline && deadline <= this.clock.now())
      throw new BadInputError('NEED_DEADLINE_PASSED', {}, ['input.replyDeadline']);
    return deadline;
  }
}

function wording(input: TermsWish): NeedTerms {
  return {
    kind: input.kind ?? undefined,
    visibility: input.visibility ?? undefined,
    title: input.title?.trim() || undefined,
    description: trimmed(input.description),
    alias: trimmed(input.alias),
    paymentTerms: trimmed(input.paymentTerms),
    purpose: input.purpose,
  };
}

function money(input: TermsWish): NeedTerms {
  return {
    statedTargetPrice: input.targetPrice ? targetPrice(input.targetPrice) : input.targetPrice,
    targetPriceShown: input.targetPrice === null ? false : (input.targetPrice?.shown ?? undefined),
    statedBudget: input.budget ? budget(input.budget) : input.budget,
    budgetShown: input.budget === null ? false : (input.budget?.shown ?? undefined),
  };
}

function targetPrice({ amount, currency, taxIncluded = null, basis }: TargetPriceInput): TargetPrice {
  if (compareDecimals(amount, '0') < 0)
    throw new BadInputError('NEED_PRICE_NEGATIVE', {}, ['input.targetPrice.amount']);
  return { amount, currency, taxIncluded, basis: basis.trim() };
}

function budget({ min = null, max = null, currency }: BudgetBandInput): BudgetBand {
  const field = ['input.budget'];
  if (min === null && max === null) throw new BadInputError('NEED_BUDGET_WITHOUT_AMOUNT', {}, field);
  if ([min, max].some((end) => end !== null && compareDecimals(end, '0') < 0))
    throw new BadInputError('NEED_PRICE_NEGATIVE', {}, field);
  if (min !== null && max !== null && compareDecimals(min, max) > 0)
    throw new BadInputError('RANGE_UPSIDE_DOWN', {}, field);
  return { min, max, currency };
}

function lineTerms(input: NeedLineInput, field: string): NeedLineTerms {
  const { id, name, quantity, yearlySteps, startOfProduction, tooling, ...words } = input;
  if (
    [quantity?.amount, ...(yearlySteps ?? [])].some((amount) => amount && compareDecimals(amount, '0') <= 0)
  )
    throw new BadInputError('NEED_QUANTITY_NOT_POSITIVE', {}, [`${field}.quantity`]);
  const said = Object.entries(words).map(([key, text]) => [key, trimmed(text) ?? null] as const);
  return {
    ...Object.fromEntries(said),
    id: id ? keyOf(id, 'NeedLine') : null,
    name: trimmed(name),
    quantityAmount: quantity?.amount ?? null,
    quantityUnit: quantity?.unit.trim() ?? null,
    quantityPeriod: quantity?.period ?? null,
    yearlySteps: yearlySteps ?? [],
    startOfProduction: startOfProduction ?? null,
    tooling: tooling ?? null,
  };
}

function trimmed(text: string | null | undefined): string | null | undefined {
  return text ? text.trim() || null : text;
}
