import type { SearchRequest } from '../../port/search-request.js';
import { CHARACTER_WEIGHT, GRAM_WEIGHT } from '../../embedded/scorer/token-weights.js';
import { indexSchema } from '../../port/index-schemas.js';
import type { ServerDocument } from '../index/server-document.js';
import type { Evidence } from '../ranking/evidence.js';
import { EVIDENCE_ATTRIBUTES } from '../ranking/evidence.js';
import type { FrequencyBook } from '../ranking/frequency-book.js';
import { massOf, weigh, type WeighedQuery, type WorthyToken } from '../ranking/weighed-query.js';
import type { ServerQuery } from '../transport/meilisearch-server.js';
import { filterExpressions } from './filter-expressions.js';
import type { LiveIndexes } from './live-indexes.js';
import { FoundByShare, type WeighedCandidate } from './found-by-share.js';
import { termsOf } from './query-terms.js';
import { anchorsOf, rotations } from './anchors.js';

/** Candidates that each query may bring. */
const PER_QUERY = 100;
const HAN = /\p{Script=Han}/u;

/** What was found without demanding every word. */
export interface LooseOutcome {
  readonly found: readonly WeighedCandidate[];
  /** Whether a query had more to give that might have been found as well. */
  readonly more: boolean;
  readonly relaxed: boolean;
}

/**
 * Documents that carry enough of a query. The server drops terms from the end and insists on the first; therefore each
 * token is asked for with itself in front, the queries side by side, and the evidence is added up here.
 */
export class LooseSearch {
  constructor(
    private readonly indexes: LiveIndexes,
    private readonly book: FrequencyBook,
    private readonly evidence: Evidence,
  ) {}

  /** What carries enough, not yet in order. */
  async find(request: SearchRequest, weighed: WeighedQuery): Promise<LooseOutcome> {
    const { index } = request;
    const stopgap = await this.stopgap(request, weighed);
    const queries = [...rotations(anchorsOf(weighed)), ...(stopgap.length > 0 ? [stopgap] : [])];
    const answers = await this.indexes.ask(
      index,
      queries.map((tokens) => this.query(request, tokens, stopgap)),
    );
    const documents = new Map<string, ServerDocument>();
    for (const { hits } of answers)
      for (const hit of hits) documents.set(hit['id'] as string, hit as unknown as ServerDocument);
    const { typicalLength } = indexSchema(index);
    const candidates = Array.from(documents.values(), (document) => {
      const strong = this.evidence.carried(document, weighed.tokens, typicalLength);
      const weak = this.evidence.carried(document, stopgap, typicalLength);
      return { document, mass: strong.mass, score: strong.score, weak };
    });
    const { found, relaxed } = new FoundByShare(weighed, massOf(stopgap)).choose(candidates);
    const more = answers.some(
      ({ hits, totalHits }) =>
        totalHits > hits.length && found.some(({ document }) => document.id === hits.at(-1)?.['id']),
    );
    return { found, more, relaxed };
  }

  /** Single characters and pairs of letters count only where a document has them all; empty when one is unknown. */
  private async stopgap({ index }: SearchRequest, { text }: WeighedQuery): Promise<readonly WorthyToken[]> {
    const pairs = text.grams.filter((gram) => !HAN.test(gram));
    const weights = new Map([
      ...text.characters.map((token): [string, number] => [token, CHARACTER_WEIGHT]),
      ...pairs.map((token): [string, number] => [token, GRAM_WEIGHT]),
    ]);
    const { tokens } = await weigh(this.book, index, weights);
    return tokens.length === weights.size ? tokens : [];
  }

  private query(
    { index, filter = [], facets = [], sort = [] }: SearchRequest,
    tokens: readonly WorthyToken[],
    stopgap: readonly WorthyToken[],
  ): Omit<ServerQuery, 'indexUid'> {
    return {
      q: termsOf(tokens.map(({ token }) => token)),
      matchingStrategy: tokens === stopgap ? 'all' : 'last',
      filter: [...filterExpressions(index, filter)],
      page: 1,
      hitsPerPage: PER_QUERY,
      attributesToRetrieve: [...EVIDENCE_ATTRIBUTES, ...facets, ...sort.map(({ field }) => field)],
    };
  }
}
