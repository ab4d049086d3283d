import type { Viewer } from '@app/identity';
import { BadInputError, type Locale, renderText } from '@app/kernel';
import { type UnknownFacts, UnknownFactsReader } from '@app/matching';
import type { ProcurementNeed } from '@app/procurement';
import { Certificates, ConceptVocabulary, ParameterType } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { isSameFact, type RequestedFact } from './fact-request.entity.js';
import { RequestedFactKind } from './fact-request.enums.js';

/** More questions are not answered on a phone. */
const MAX_QUESTIONS = 20;

/** One question in the language of its reader. */
export interface FactQuestion extends RequestedFact {
  readonly name: string;
  /** Unit of the answer if it is a range. */
  readonly unit: string | null;
  readonly range: boolean;
  /** Usual values of a parameter. */
  readonly choices: readonly string[];
}

/** Reads the questions of a fact request: from the match card or an input, and as text. */
@Injectable()
export class FactQuestionsReader {
  constructor(
    private readonly certificates: Certificates,
    private readonly vocabulary: ConceptVocabulary,
    private readonly unknownFacts: UnknownFactsReader,
  ) {}

  /** Questions about the facts that a match card does not know. */
  async findOpenQuestions(
    viewer: Viewer,
    need: ProcurementNeed,
    capabilityId: string,
  ): Promise<RequestedFact[]> {
    const unknown = await this.unknownFacts.readUnknownFacts(viewer, need, capabilityId);
    return unknown ? questionsAbout(unknown) : [];
  }

  /** The questions of an input: known subjects, each once. Throws FACT_UNKNOWN, FACT_TWICE. */
  readQuestions(facts: readonly { kind: RequestedFactKind; subjectId?: string | null }[]): RequestedFact[] {
    const read = facts.map(({ kind, subjectId = null }) => ({ kind, subjectId }));
    read.forEach((fact, i) => {
      if (!this.isKnown(fact)) throw new BadInputError('FACT_UNKNOWN', {}, [`input.facts.${i}.subjectId`]);
      if (read.findIndex((other) => isSameFact(other, fact)) < i)
        throw new BadInputError('FACT_TWICE', {}, [`input.facts.${i}`]);
    });
    return read;
  }

  /** The name of a question in a language. */
  nameQuestion({ kind, subjectId }: RequestedFact, locale: Locale): string {
    return renderText(locale, `ASKED_${kind}`, { name: this.nameSubject(kind, subjectId ?? '', locale) });
  }

  /** A question with its name and the form of its answer. */
  describeQuestion(fact: RequestedFact, locale: Locale): FactQuestion {
    const { kind, subjectId } = fact;
    const parameter =
      kind === RequestedFactKind.PARAMETER && subjectId ? this.vocabulary.parameter(subjectId) : undefined;
    const range = parameter?.type === ParameterType.RANGE;
    return {
      kind,
      subjectId,
      name: this.nameQuestion(fact, locale),
      unit: range ? parameter.unit : null,
      range,
      choices: parameter && parameter.type !== ParameterType.RANGE ? parameter.values : [],
    };
  }

  private isKnown({ kind, subjectId }: RequestedFact): boolean {
    if (kind === RequestedFactKind.CERTIFICATE)
      return subjectId !== null && this.certificates.get(subjectId) !== undefined;
    if (kind === RequestedFactKind.PARAMETER)
      return subjectId !== null && this.vocabulary.parameter(subjectId) !== undefined;
    return subjectId === null;
  }

  private nameSubject(kind: RequestedFactKind, id: string, locale: Locale): string {
    if (kind === RequestedFactKind.PARAMETER) return this.vocabulary.parameter(id)?.[locale] ?? id;
    return this.certificates.name(id, locale);
  }
}

/** Questions about unknown facts, in the order of the match card. */
function questionsAbout(unknown: UnknownFacts): RequestedFact[] {
  const withoutSubject = (kind: RequestedFactKind): RequestedFact => ({ kind, subjectId: null });
  return [
    ...unknown.certificates.map((subjectId) => ({ kind: RequestedFactKind.CERTIFICATE, subjectId })),
    ...unknown.parameters.map((subjectId) => ({ kind: RequestedFactKind.PARAMETER, subjectId })),
    ...(unknown.capacity ? [withoutSubject(RequestedFactKind.CAPACITY)] : []),
    ...(unknown.leadTime ? [withoutSubject(RequestedFactKind.LEAD_TIME)] : []),
    ...(unknown.price ? [withoutSubject(RequestedFactKind.PRICE)] : []),
  ].slice(0, MAX_QUESTIONS);
}
