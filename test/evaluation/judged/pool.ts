import type { Answers, ContestOutcome } from '../contest/run-contest.js';
import type { EvalQuery } from '../contest/collection.js';

/** A need and a listing that somebody put among its first twenty and nobody has judged. */
export interface UngradedPair {
  readonly query: EvalQuery;
  readonly document: string;
}

/** Every pooled pair without a grade: the union of the rankings of the engine and every baseline. */
export function ungradedPairs(
  queries: readonly EvalQuery[],
  answers: readonly Pick<Answers, 'rankings'>[],
): UngradedPair[] {
  return queries.flatMap((query, i) => {
    const pooled = new Set(answers.flatMap(({ rankings }) => rankings[i] ?? []));
    return [...pooled]
      .filter((document) => !query.grades.has(document))
      .sort()
      .map((document) => ({ query, document }));
  });
}

/** The pairs of a whole contest. */
export function ungradedOf(outcome: ContestOutcome): UngradedPair[] {
  const unread = outcome.engines.flatMap((engine) => engine.unread ?? []);
  return ungradedPairs(outcome.queries, [...outcome.engines, ...unread, ...outcome.baselines]);
}
