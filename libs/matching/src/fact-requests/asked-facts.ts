import { BadInputError } from '@app/kernel';
import { Certificates, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { validOn } from '../criteria/certificates.criterion.js';
import type { NeedConditions } from '../reading/need-reading.js';
import { RequestedFactKind } from './fact-request.enums.js';
import { isSameFact, type RequestedFact } from './requested-fact.js';

/** More than so many questions nobody answers on a phone. */
const MOST = 20;

const without = (kind: RequestedFactKind): RequestedFact => ({ kind, subjectId: null });

/**
 * What a need asks about and nobody has said of a candidate, in the order of the card; pure. What the company denied is
 * known and is not asked again.
 */
export function openFacts(conditions: NeedConditions, candidate: CandidateFacts, now: Date): RequestedFact[] {
  const certificates = [...conditions.requiredCertificates, ...conditions.preferredCertificates].filter(
    (id) =>
      !candidate.certificates.some((held) => held.kindId === id && validOn(held, now)) &&
      !candidate.deniedCertificates?.includes(id),
  );
  const parameters = conditions.parameters
    .map(({ parameterId }) => parameterId)
    .filter(
      (id) =>
        !candidate.parameters.some((offered) => offered.parameterId === id) &&
        !candidate.deniedParameters?.includes(id),
    );
  return [
    ...certificates.map((subjectId) => ({ kind: RequestedFactKind.CERTIFICATE, subjectId })),
    ...parameters.map((subjectId) => ({ kind: RequestedFactKind.PARAMETER, subjectId })),
    ...(conditions.quantity && !candidate.capacity ? [without(RequestedFactKind.CAPACITY)] : []),
    ...(conditions.deliverInDays && candidate.leadTimeDays === null
      ? [without(RequestedFactKind.LEAD_TIME)]
      : []),
    ...(conditions.price && !candidate.price ? [without(RequestedFactKind.PRICE)] : []),
  ].slice(0, MOST);
}

/** Checks the questions that a buyer puts itself. */
@Injectable()
export class AskedFacts {
  constructor(
    private readonly certificates: Certificates,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The questions of an input: each once, of things that the platform knows. Throws FACT_UNKNOWN, FACT_TWICE. */
  read(facts: readonly { kind: RequestedFactKind; subjectId?: string | null }[]): RequestedFact[] {
    const read = facts.map(({ kind, subjectId = null }) => ({ kind, subjectId }));
    read.forEach((fact, i) => {
      if (!this.knows(fact)) throw new BadInputError('FACT_UNKNOWN', {}, [`input.facts.${i}.subjectId`]);
      if (read.findIndex((other) => isSameFact(other, fact)) < i)
        throw new BadInputError('FACT_TWICE', {}, [`input.facts.${i}`]);
    });
    return read;
  }

  private knows({ kind, subjectId }: RequestedFact): boolean {
    if (kind === RequestedFactKind.CERTIFICATE)
      return subjectId !== null && this.certificates.get(subjectId) !== undefined;
    if (kind === RequestedFactKind.PARAMETER)
      return subjectId !== null && this.vocabulary.parameter(subjectId) !== undefined;
    return subjectId === null;
  }
}
