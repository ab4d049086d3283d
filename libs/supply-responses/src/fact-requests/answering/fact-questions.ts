import type { Locale } from '@app/kernel';
import { ConceptVocabulary, ParameterType } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { FactNames } from '../fact-names.js';
import { RequestedFactKind } from '../fact-request.enums.js';
import type { RequestedFact } from '../requested-fact.js';
import type { FactQuestionType } from './fact-questionnaire.type.js';

/** One question as a person reads it. */
@Injectable()
export class FactQuestions {
  constructor(
    private readonly factNames: FactNames,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  of(fact: RequestedFact, locale: Locale): FactQuestionType {
    const { kind, subjectId } = fact;
    const parameter =
      kind === RequestedFactKind.PARAMETER && subjectId ? this.vocabulary.parameter(subjectId) : undefined;
    const range = parameter?.type === ParameterType.RANGE;
    return {
      kind,
      subjectId,
      name: this.factNames.of(fact, locale),
      unit: range ? parameter.unit : null,
      range,
      choices: parameter && parameter.type !== ParameterType.RANGE ? parameter.values : [],
    };
  }
}
