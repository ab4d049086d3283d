import type { RecalledDocument } from '@app/search';
import type { GatheringQuery } from './recall-queries.js';

/** What a part that a candidate says nothing of leaves of its promise. */
const NOTHING_SAID = 0.05;
/** What the parts together, and the words as a whole, count in the promise. */
const PARTS = 1;
const WORDS = 0.25;

/**
 * The candidates with the most promise first: what is worth comparing before their facts are read. Like the comparison, it
 * is a geometric mean over the parts of the need beside the wording as a whole, so that whoever offers several parts
 * partly comes before whoever repeats one of them (铝压铸件 before 铝合金 for 铝合金压铸电机壳体). Each score of recall counts as
 * a share of the best candidate's for the same query, since no listing carries all names of a thing.
 */
export function mostPromising(
  queries: readonly GatheringQuery[],
  recalled: readonly RecalledDocument[],
): RecalledDocument[] {
  const best = queries.map((_, i) =>
    recalled.reduce((most, { scores }) => Math.max(most, scores[i] ?? 0), 0),
  );
  const share = ({ scores }: RecalledDocument, i: number) => (best[i] ? (scores[i] ?? 0) / best[i] : 0);
  const ofParts = queries.flatMap(({ part }, i) => (part ? [{ i, weight: part.weight }] : []));
  const ofWords = queries.flatMap(({ part, filter }, i) => (part || filter ? [] : [i]));
  const weights = ofParts.reduce((sum, { weight }) => sum + weight, 0);
  const promise = (document: RecalledDocument) => {
    const logarithm = ofParts.reduce(
      (sum, { i, weight }) => sum + weight * Math.log(Math.max(NOTHING_SAID, share(document, i))),
      0,
    );
    const words = ofWords.reduce((sum, i) => sum + share(document, i), 0) / Math.max(1, ofWords.length);
    return PARTS * (weights > 0 ? Math.exp(logarithm / weights) : 0) + WORDS * words;
  };
  return recalled
    .map((document) => ({ document, promise: promise(document) }))
    .sort((a, b) => b.promise - a.promise || (a.document.id < b.document.id ? -1 : 1))
    .map(({ document }) => document);
}
