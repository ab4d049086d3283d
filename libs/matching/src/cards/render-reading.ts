import { type Locale, Period, renderText } from '@app/kernel';
import { Certificates, ConceptVocabulary, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { spokenUnit } from '../criteria/capacity.criterion.js';
import type { AskedParameter, AskedPrice, NeedReading } from '@app/need-reading';
import type { NeedConditionType, NeedPartType } from './match-card.graphql.js';

const PER: Readonly<Record<Period, string>> = {
  [Period.ONCE]: 'PERIOD_ONCE',
  [Period.MONTH]: 'PERIOD_MONTH',
  [Period.YEAR]: 'PERIOD_YEAR',
};

/** The target price; one that the reader may not see is only said to exist. */
function priceOf({ max, currency, basis, shown }: AskedPrice, locale: Locale): string {
  return shown ? `${max} ${currency}/${basis}` : renderText(locale, 'CONDITION_HIDDEN');
}

/** Shows how a need was read, in the reader's language. */
@Injectable()
export class ReadingRenderer {
  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly certificates: Certificates,
    private readonly regions: Regions,
  ) {}

  /** The typed parts. */
  parts(reading: NeedReading, locale: Locale): NeedPartType[] {
    return reading.parts.map(({ text, kind, role, conceptId, weight }) => ({
      text,
      kind,
      role,
      conceptId,
      conceptName: conceptId && this.vocabulary.name(conceptId, locale),
      weight,
    }));
  }

  /** The conditions, each as label and value. */
  conditions({ conditions: c }: NeedReading, locale: Locale): NeedConditionType[] {
    const say = (label: string, value: string) => ({
      label: renderText(locale, label),
      value,
      regionCode: null,
    });
    const certificates = (ids: readonly string[]) =>
      ids.map((id) => this.certificates.name(id, locale)).join(locale === 'zh' ? '、' : ', ');
    return [
      ...(c.quantity
        ? [
            say(
              'CONDITION_QUANTITY',
              `${c.quantity.amount} ${spokenUnit(c.quantity.unit)[locale]}${renderText(locale, PER[c.quantity.period])}`,
            ),
          ]
        : []),
      ...(c.deliverInDays === undefined
        ? []
        : [say('CONDITION_LEAD_TIME', renderText(locale, 'DAYS', { days: c.deliverInDays }))]),
      ...(c.price
        ? [say(c.price.budget ? 'CONDITION_BUDGET' : 'CONDITION_PRICE', priceOf(c.price, locale))]
        : []),
      ...(c.requiredCertificates.length > 0
        ? [say('CONDITION_CERTIFICATES_REQUIRED', certificates(c.requiredCertificates))]
        : []),
      ...(c.preferredCertificates.length > 0
        ? [say('CONDITION_CERTIFICATES', certificates(c.preferredCertificates))]
        : []),
      ...(c.regions.length > 0 ? [this.places(c.regions, locale)] : []),
      ...c.parameters.map((parameter) => this.parameter(parameter, locale)),
    ];
  }

  /** The places, of which a single one can be taken over by its code. */
  private places(codes: readonly string[], locale: Locale): NeedConditionType {
    const [first, ...others] = codes;
    return {
      label: renderText(locale, 'CONDITION_REGION'),
      value: codes.map((code) => this.regions.name(code, locale)).join(' / '),
      regionCode: others.length === 0 ? (first ?? null) : null,
    };
  }

  private parameter(
    { parameterId, min, max, unit, values }: AskedParameter,
    locale: Locale,
  ): NeedConditionType {
    const range =
      min !== undefined && max !== undefined && min !== max ? `${min}–${max}` : (min ?? max ?? '');
    const label = this.vocabulary.parameter(parameterId)?.[locale] ?? parameterId;
    return {
      label,
      value: values?.join(', ') ?? [range, unit].filter(Boolean).join(' '),
      regionCode: null,
    };
  }
}
