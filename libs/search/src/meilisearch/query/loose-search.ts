import { CONCEPT_FIELD, indexSchema } from '../../port/index-schemas.js';
import type { SearchRequest } from '../../port/search-request.js';
import { fillUpTo } from '../../ranking/evidence.js';
import { VALUE_SIGN } from '../../text/token-signs.js';
import type { ServerDocument } from '../index/server-document.js';
import { EVIDENCE_ATTRIBUTES, type Evidence } from '../ranking/evidence.js';
import type { WeighedQuery, WorthyToken } from '../ranking/weighed-query.js';
import type { ServerAnswer, ServerQuery } from '../transport/meilisearch-server.js';
import { ANCHORS_AT_ONCE, anchorsOf, rotations } from './anchors.js';
import { filterExpressions } from './filter-expressions.js';
import { chooseFound, type WeighedCandidate, weighCandidate } from './found-by-share.js';
import type { LiveIndexes } from './live-indexes.js';
import { termsOf } from './query-terms.js';

/** Candidates that each query may bring. */
const PER_QUERY = 100;
/** So many groups are asked for by their other names; each is a query of its own. */
const MOST_NAMED = 4;

type Question = Omit<ServerQuery, 'indexUid'>;

/** What was found without demanding every word. */
export interface LooseOutcome {
  readonly found: readonly WeighedCandidate[];
  /** Whether a query had more to give that might have been found as well. */
  readonly more: boolean;
  readonly relaxed: boolean;
}

/**
 * Documents that carry enough of a query. The server drops terms from the end and insists on the first; therefore each
 * token is asked for with itself in front, the queries side by side, and the evidence is added up here. Less telling tokens
 * are asked for where the others do not fill a page.
 */
export class LooseSearch {
  constructor(
    private readonly indexes: LiveIndexes,
    private readonly evidence: Evidence,
  ) {}

  /** What carries enough, not yet in order. */
  async find(request: SearchRequest, weighed: WeighedQuery): Promise<LooseOutcome> {
    const ask = asking(request);
    const anchors = anchorsOf(weighed);
    const answers = await this.indexes.ask(request.index, [
      ...rotations(anchors.slice(0, ANCHORS_AT_ONCE)).map((tokens) => ask(tokens, 'last')),
      ...(weighed.fine.length > 0 ? [ask(weighed.fine, 'all')] : []),
      ...byOtherNames(request, weighed, (tokens) => ask(tokens, 'last')),
    ]);
    const outcome = this.choose(request, weighed, answers);
    const rest = rotations(anchors.slice(ANCHORS_AT_ONCE, 2 * ANCHORS_AT_ONCE));
    if (outcome.found.length >= fillUpTo(weighed.text.shown.length) || rest.length === 0) return outcome;
    const more = await this.indexes.ask(
      request.index,
      rest.map((tokens) => ask(tokens, 'last')),
    );
    return this.choose(request, weighed, [...answers, ...more]);
  }

  private choose(
    { index }: SearchRequest,
    weighed: WeighedQuery,
    answers: readonly ServerAnswer[],
  ): LooseOutcome {
    const documents = new Map<string, ServerDocument>();
    for (const { hits } of answers)
      for (const hit of hits) documents.set(hit['id'] as string, hit as unknown as ServerDocument);
    const { typicalLength } = indexSchema(index);
    const candidates = Array.from(documents.values(), (document) =>
      weighCandidate(document, weighed, ({ token }) => this.evidence.share(document, token, typicalLength)),
    );
    const { found, relaxed } = chooseFound(weighed, candidates);
    const more = answers.some(
      ({ hits, totalHits }) =>
        totalHits > hits.length && found.some(({ document }) => document.id === hits.at(-1)?.['id']),
    );
    return { found, more, relaxed };
  }
}

/** How tokens are asked for under the filters of a request, with what its page shows. */
function asking({ index, filter = [], facets = [], sort = [] }: SearchRequest) {
  const usual = {
    filter: [...filterExpressions(index, filter)],
    page: 1,
    hitsPerPage: PER_QUERY,
    attributesToRetrieve: [...EVIDENCE_ATTRIBUTES, ...facets, ...sort.map(({ field }) => field)],
  };
  return (tokens: readonly WorthyToken[], matchingStrategy: 'all' | 'last'): Question => ({
    ...usual,
    q: termsOf(tokens.map(({ token }) => token)),
    matchingStrategy,
  });
}

/** Asks for what groups are also called: concepts as a filter, other words as themselves. */
function byOtherNames(
  { index }: SearchRequest,
  weighed: WeighedQuery,
  ask: (tokens: readonly WorthyToken[]) => Question,
): Question[] {
  const named = weighed.groups.filter(({ alternatives }) => alternatives.length > 0).slice(0, MOST_NAMED);
  return named.flatMap((group) => {
    const rest = weighed.tokens.filter(({ token }) => !group.asked.has(token));
    const concepts = group.alternatives.filter(({ token }) => token.startsWith(VALUE_SIGN));
    const words = group.alternatives.filter(({ token }) => !token.startsWith(VALUE_SIGN));
    const anyOf = concepts.map(({ token }) => token.slice(token.indexOf('\t') + 1));
    const byConcept = (tokens: readonly WorthyToken[]): Question => {
      const question = ask(tokens);
      const concept = filterExpressions(index, [{ field: CONCEPT_FIELD, anyOf }]);
      return { ...question, filter: [...(question.filter as readonly string[]), ...concept] };
    };
    return [
      ...(anyOf.length > 0 ? [byConcept([])] : []),
      ...(anyOf.length > 0 && rest.length > 0 ? [byConcept(rest)] : []),
      ...words.map((word) => ask([word, ...rest])),
    ];
  });
}
