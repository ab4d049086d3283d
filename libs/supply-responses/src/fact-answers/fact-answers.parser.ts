import { type AnsweredTerms, CapabilityTermsParser } from '@app/capabilities';
import { BadInputError, type QuantityValue } from '@app/kernel';
import type { StatedCertificate } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { type AnsweredFact, isSameFact, type RequestedFact } from '../fact-requests/fact-request.entity.js';
import { FactAnswerKind, RequestedFactKind } from '../fact-requests/fact-request.enums.js';
import type { AnswerFactRequestInput } from './fact-answer.graphql.js';

/** What an answer says, ready to be stated. */
export interface FactAnswers {
  readonly offered: boolean;
  readonly answers: readonly AnsweredFact[];
  readonly terms: AnsweredTerms;
  readonly certificates: readonly StatedCertificate[];
}

type Said = Omit<AnsweredFact, 'answer'> & { readonly denied?: boolean };

/** Reads what the holder of a link answers: only what was asked, each once, as a member would have to state it. */
@Injectable()
export class FactAnswersParser {
  constructor(private readonly terms: CapabilityTermsParser) {}

  /** The answers; throws BAD_INPUT with the field. Who does not do this at all answers nothing else. */
  parseAnswers(asked: readonly RequestedFact[], input: AnswerFactRequestInput): FactAnswers {
    if (!input.offered) return { offered: false, answers: asked.map(leftOpen), terms: {}, certificates: [] };
    const stated = this.terms.parseTerms({
      parameters: input.parameters,
      capacity: input.capacity ?? undefined,
      minimumOrder: input.minimumOrder ?? undefined,
      price: input.price ?? undefined,
      leadTimeDays: input.leadTimeDays ?? undefined,
    });
    const { parameters = [], capacity, minimumOrder, price, leadTimeDays } = stated;
    const terms: AnsweredTerms = { parameters, capacity, minimumOrder, price, leadTimeDays };
    const said = [...saidOfCertificates(input), ...saidOfParameters(input, terms), ...saidOfTerms(terms)];
    refuseStrange(asked, said);
    return {
      offered: true,
      answers: asked.map((fact) => answerTo(fact, said)),
      terms,
      certificates: input.certificates.filter(({ held }) => held).map(certificateOf),
    };
  }
}

function leftOpen(fact: RequestedFact): AnsweredFact {
  return { ...fact, answer: FactAnswerKind.LEFT_OPEN, statement: null };
}

function certificateOf({
  kindId,
  number,
  scope,
  validUntil,
}: AnswerFactRequestInput['certificates'][number]): StatedCertificate {
  return {
    kindId,
    number: number?.trim() || null,
    scope: scope?.trim() || null,
    validUntil: validUntil ?? null,
    issuer: null,
    site: null,
  };
}

function saidOfCertificates({ certificates }: AnswerFactRequestInput): Said[] {
  return certificates.map((one) => {
    const { number, scope, validUntil } = certificateOf(one);
    return {
      kind: RequestedFactKind.CERTIFICATE,
      subjectId: one.kindId,
      denied: !one.held,
      statement: one.held ? [number, scope, validUntil].filter(Boolean).join(' · ') || null : null,
    };
  });
}

function saidOfParameters(
  { deniedParameterIds }: AnswerFactRequestInput,
  { parameters = [] }: AnsweredTerms,
): Said[] {
  const kind = RequestedFactKind.PARAMETER;
  return [
    ...parameters.map(({ parameterId, min, max, unit, values }) => ({
      kind,
      subjectId: parameterId,
      statement: [[min, max].filter(Boolean).join('–'), unit, values.join('、')].filter(Boolean).join(' '),
    })),
    ...deniedParameterIds.map((subjectId) => ({ kind, subjectId, denied: true, statement: null })),
  ];
}

function amountOf({ amount, unit, period }: QuantityValue): string {
  return `${amount} ${unit} ${period}`;
}

function saidOfTerms({ capacity, minimumOrder, price, leadTimeDays }: AnsweredTerms): Said[] {
  const said = (kind: RequestedFactKind, statement: string): Said => ({ kind, subjectId: null, statement });
  return [
    ...(capacity ? [said(RequestedFactKind.CAPACITY, amountOf(capacity))] : []),
    ...(minimumOrder ? [said(RequestedFactKind.MINIMUM_ORDER, amountOf(minimumOrder))] : []),
    ...(price
      ? [
          said(
            RequestedFactKind.PRICE,
            `${[price.min, price.max].filter(Boolean).join('–')} ${price.currency} / ${price.basis}`,
          ),
        ]
      : []),
    ...(typeof leadTimeDays === 'number' ? [said(RequestedFactKind.LEAD_TIME, String(leadTimeDays))] : []),
  ];
}

/** Where an answer's field stands in the input. */
const FIELDS: Readonly<Record<RequestedFactKind, string>> = {
  CERTIFICATE: 'certificates',
  PARAMETER: 'parameters',
  CAPACITY: 'capacity',
  LEAD_TIME: 'leadTimeDays',
  MINIMUM_ORDER: 'minimumOrder',
  PRICE: 'price',
};

function refuseStrange(asked: readonly RequestedFact[], said: readonly Said[]): void {
  said.forEach((one, i) => {
    const fields = [`input.${FIELDS[one.kind]}`];
    if (!asked.some((fact) => isSameFact(fact, one))) throw new BadInputError('FACT_NOT_ASKED', {}, fields);
    if (said.findIndex((other) => isSameFact(other, one)) < i)
      throw new BadInputError('FACT_TWICE', {}, fields);
  });
}

function answerTo(fact: RequestedFact, said: readonly Said[]): AnsweredFact {
  const one = said.find((answer) => isSameFact(answer, fact));
  if (!one) return leftOpen(fact);
  const answer = one.denied ? FactAnswerKind.DENIED : FactAnswerKind.STATED;
  return { ...fact, answer, statement: one.statement };
}
