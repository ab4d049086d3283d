/** How little the very first places outweigh the next: the k of reciprocal rank fusion. */
const DAMPING = 10;
/** Matching, which reads what is asked for, counts so many times the order of words. */
const SECOND_COUNTS = 2;

/**
 * Two orders of the same things joined by rank: reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), 1 ÷ (10 + rank) of the
 * first and twice that of the second, ranks from 1. Things that only the first order has keep what it gives them; of equals the
 * first order decides. A thing that falls in one of the orders never rises in the joined one.
 */
export function joinedRanks(first: readonly string[], second: readonly string[]): string[] {
  const worth = (rank: number | undefined) => (rank === undefined ? 0 : 1 / (DAMPING + rank));
  const ranks = new Map(second.map((id, i) => [id, i + 1]));
  return first
    .map((id, i) => ({ id, i, sum: worth(i + 1) + SECOND_COUNTS * worth(ranks.get(id)) }))
    .sort((a, b) => b.sum - a.sum || a.i - b.i)
    .map(({ id }) => id);
}
