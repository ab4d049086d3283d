import type { FactAnswerKind, RequestedFactKind } from './fact-request.enums.js';

/** One question of a fact request. */
export interface RequestedFact {
  readonly kind: RequestedFactKind;
  /** Kind of certificate or parameter of the vocabulary; null for the others. */
  readonly subjectId: string | null;
}

/** One question with what became of it. */
export interface AnsweredFact extends RequestedFact {
  readonly answer: FactAnswerKind;
  /** What was stated then, in figures: `50000 件 MONTH`; null when nothing was. */
  readonly statement: string | null;
}

/** Whether two questions ask the same. */
export function isSameFact(a: RequestedFact, b: RequestedFact): boolean {
  return a.kind === b.kind && a.subjectId === b.subjectId;
}
