import { foldText } from '@app/kernel';

interface Entry<T> {
  readonly item: T;
  readonly names: readonly string[];
}

/** Search by name in a closed list (industries, regions, concepts), for pickers and typing help. */
export class NameSearch<T> {
  private entries: readonly Entry<T>[] | undefined;

  constructor(
    private readonly items: readonly T[],
    private readonly namesOf: (item: T) => readonly string[],
  ) {}

  /** Items with a name that is, begins with, or contains the text, in this order; short names before long ones. */
  find(text: string, limit: number): T[] {
    const wanted = foldText(text);
    if (wanted === '') return [];
    const ranked: { item: T; rank: number; order: number }[] = [];
    this.folded().forEach(({ item, names }, order) => {
      const rank = Math.min(...names.map((name) => rankOf(name, wanted)));
      if (rank < NO_MATCH) ranked.push({ item, rank, order });
    });
    ranked.sort((a, b) => a.rank - b.rank || a.order - b.order);
    return ranked.slice(0, limit).map(({ item }) => item);
  }

  /** Folding all names takes a while; processes that never search by name do not pay for it. */
  private folded(): readonly Entry<T>[] {
    return (this.entries ??= this.items.map((item) => ({ item, names: this.namesOf(item).map(foldText) })));
  }
}

const NO_MATCH = Number.POSITIVE_INFINITY;
const LONGEST = 1000;

/** Kind of match first (is, begins with, a word begins with, contains), then the name's length. */
function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return NO_MATCH;
  const length = Math.min(name.length, LONGEST - 1);
  if (name.length === wanted.length) return length;
  if (at === 0) return LONGEST + length;
  return (name.includes(` ${wanted}`) ? 2 : 3) * LONGEST + length;
}
