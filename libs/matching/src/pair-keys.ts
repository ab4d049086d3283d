/** Two ids as the columns of a statement: `unnest($1::uuid[], $2::uuid[])`. */
export interface PairColumns {
  readonly needIds: readonly string[];
  readonly otherIds: readonly string[];
}

/** The key under which a loader knows a need and something beside it, a supplier or a capability. */
export function pairKey(needId: string, otherId: string): string {
  return `${needId} ${otherId}`;
}

/** The ids behind keys, column by column. */
export function pairsOf(keys: readonly string[]): PairColumns {
  const pairs = keys.map((key) => key.split(' '));
  return { needIds: pairs.map(([id]) => id!), otherIds: pairs.map(([, id]) => id!) };
}
