const K1 = 1.2;
const B = 0.75;
/** A posting is the document's number and, in the last six bits, how often it carries the bigram. */
const MOST_COUNTED = 63;

/** Pairs of neighbouring characters of a text; a letter or digit that stands alone is a term of its own. */
export function bigramsOf(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const chars = [...run];
    return chars.length === 1 ? chars : chars.slice(1).map((char, i) => `${chars[i]}${char}`);
  });
}

function counts(terms: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
}

/**
 * The plain baseline: Okapi BM25 (k1 = 1.2, b = 0.75) over pairs of characters, with no word list, no synonyms, no
 * other script and no knowledge of the trade. Held in memory.
 */
export class BigramBm25 {
  private readonly ids: string[] = [];
  private readonly lengths: number[] = [];
  private readonly postings = new Map<string, number[]>();
  private totalLength = 0;

  /** Adds a document; no id twice. */
  add(id: string, text: string): void {
    const terms = bigramsOf(text);
    const number = this.ids.push(id) - 1;
    this.lengths.push(terms.length);
    this.totalLength += terms.length;
    for (const [term, count] of counts(terms)) {
      const posting = number * (MOST_COUNTED + 1) + Math.min(count, MOST_COUNTED);
      const list = this.postings.get(term);
      if (list) list.push(posting);
      else this.postings.set(term, [posting]);
    }
  }

  /** The ids of the best documents, best first; those that share nothing with the query are not among them. */
  rank(query: string, limit: number): string[] {
    const scores = new Map<number, number>();
    for (const [term, asked] of counts(bigramsOf(query))) this.addScores(term, asked, scores);
    return [...scores]
      .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .slice(0, limit)
      .map(([number]) => this.ids[number] ?? '');
  }

  private addScores(term: string, asked: number, scores: Map<number, number>): void {
    const list = this.postings.get(term);
    if (!list) return;
    const documents = this.ids.length;
    const idf = Math.log(1 + (documents - list.length + 0.5) / (list.length + 0.5));
    const average = this.totalLength / documents;
    for (const posting of list) {
      const number = Math.floor(posting / (MOST_COUNTED + 1));
      const count = posting % (MOST_COUNTED + 1);
      const length = K1 * (1 - B + (B * (this.lengths[number] ?? 0)) / average);
      const gain = asked * idf * ((count * (K1 + 1)) / (count + length));
      scores.set(number, (scores.get(number) ?? 0) + gain);
    }
  }
}
