import { BadInputError } from '@app/kernel';
import { Certificates, ConceptVocabulary } from '@app/taxonomy';
import type { UnknownFacts } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { RequestedFactKind } from './fact-request.enums.js';
import { isSameFact, type RequestedFact } from './requested-fact.js';

/** More questions are not answered on a phone. */
const MAX_QUESTIONS = 20;

const without = (kind: RequestedFactKind): RequestedFact => ({ kind, subjectId: null });

/** The questions about what a match card does not know, in its order. */
export function questionsAbout(unknown: UnknownFacts): RequestedFact[] {
  return [
    ...unknown.certificates.map((subjectId) => ({ kind: RequestedFactKind.CERTIFICATE, subjectId })),
    ...unknown.parameters.map((subjectId) => ({ kind: RequestedFactKind.PARAMETER, subjectId })),
    ...(unknown.capacity ? [without(RequestedFactKind.CAPACITY)] : []),
    ...(unknown.leadTime ? [without(RequestedFactKind.LEAD_TIME)] : []),
    ...(unknown.price ? [without(RequestedFactKind.PRICE)] : []),
  ].slice(0, MAX_QUESTIONS);
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
