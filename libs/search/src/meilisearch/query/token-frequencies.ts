import { CONCEPT_FIELD, type IndexName } from '../../port/index-schemas.js';
import type { DocumentFrequencies } from '../../port/search-engine.js';
import { analyzeQuery, tellingTokens } from '../../text/query-analysis.js';
import { VALUE_SIGN, valueToken } from '../../text/token-signs.js';
import { codeOf } from '../server/server-document.js';
import { filterExpressions, type LiveIndexes } from './server-query.js';

const KEEP_MS = 60_000;
const MAX_KEPT = 100_000;
const COUNT_ONLY = { matchingStrategy: 'all', page: 1, hitsPerPage: 0 } as const;

interface Page {
  readonly until: number;
  readonly documents: number;
  readonly known: Map<string, number>;
}

/**
 * In how many documents tokens occur, by asking the server's own word lists. Tokens are the same on every engine, and so
 * are the counts. They are kept for a minute; that a token is unknown is never kept, or a new word would not be found.
 */
export class TokenFrequencyCache {
  private readonly pages = new Map<IndexName, Page>();

  constructor(private readonly indexes: LiveIndexes) {}

  /** Documents of the index, and of those the ones that carry each token; absent where none does. */
  async countTokens(
    index: IndexName,
    tokens: readonly string[],
  ): Promise<{ documents: number; frequencies: ReadonlyMap<string, number> }> {
    const page = await this.fill(index, tokens, (token) => ({ q: codeOf(token) }));
    return { documents: page.documents, frequencies: page.known };
  }

  /**
   * Of the documents of the index, the ones that have each trade concept. That none has one is kept as well: most narrower
   * concepts of a need stand nowhere, and a concept that appears meanwhile only weighs a minute later.
   */
  async countConcepts(index: IndexName, concepts: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const byToken = new Map(concepts.map((concept) => [valueToken(CONCEPT_FIELD, concept), concept]));
    const { known } = await this.fill(index, [...byToken.keys()], (token) => ({
      q: '',
      filter: [...filterExpressions(index, [{ field: CONCEPT_FIELD, anyOf: [byToken.get(token)!] }])],
    }));
    return new Map(Array.from(byToken, ([token, concept]) => [concept, known.get(token) ?? 0]));
  }

  /** Forgets an index that this process changed. */
  forgetIndex(index: IndexName): void {
    this.pages.delete(index);
  }

  /** The page of an index with what is known of these tokens; only unknown ones are asked for. */
  private async fill(
    index: IndexName,
    tokens: readonly string[],
    question: (token: string) => { q: string; filter?: string[] },
  ): Promise<Page> {
    const kept = this.pages.get(index);
    const usable = kept && kept.until > performance.now() && kept.known.size < MAX_KEPT ? kept : undefined;
    const missing = [...new Set(tokens)].filter((token) => !usable?.known.has(token));
    if (usable && missing.length === 0) return usable;
    const counts = await this.indexes.ask(
      index,
      [...(usable ? [] : [{ q: '' }]), ...missing.map(question)].map((asked) => ({
        ...COUNT_ONLY,
        ...asked,
      })),
    );
    const totals = counts.map(({ totalHits }) => totalHits);
    const until = performance.now() + KEEP_MS;
    const page = usable ?? { until, documents: totals.shift()!, known: new Map<string, number>() };
    missing.forEach((token, i) => {
      if (totals[i]! > 0 || token.startsWith(VALUE_SIGN)) page.known.set(token, totals[i]!);
    });
    this.pages.set(index, page);
    return page;
  }
}

/** How many documents carry each text: by its rarest word, or where no word is known by its rarest pair of characters. */
export async function phraseFrequencies(
  book: TokenFrequencyCache,
  index: IndexName,
  texts: readonly string[],
): Promise<DocumentFrequencies> {
  const telling = texts.map((text) => tellingTokens(analyzeQuery(text)));
  const { documents, frequencies } = await book.countTokens(
    index,
    telling.flatMap(([first]) => first),
  );
  const byWord = telling.map(([first]) => rarest(frequencies, first));
  const missing = telling.flatMap(([, second], i) => (byWord[i] === 0 ? second : []));
  const pairs = missing.length > 0 ? (await book.countTokens(index, missing)).frequencies : frequencies;
  const frequency = (i: number) => byWord[i]! || rarest(pairs, telling[i]![1]);
  return { documents, frequencies: new Map(texts.map((text, i) => [text, frequency(i)])) };
}

function rarest(frequencies: ReadonlyMap<string, number>, tokens: readonly string[]): number {
  return tokens.length === 0 ? 0 : Math.min(...tokens.map((token) => frequencies.get(token) ?? 0));
}
