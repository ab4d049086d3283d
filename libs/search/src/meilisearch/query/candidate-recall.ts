import { CONCEPT_FIELD, type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { NearDocument, QueryDirection, RecalledDocument, RecallQuery } from '../../port/recall.js';
import { massOf } from '../../ranking/evidence.js';
import { inverseDocumentFrequency } from '../../ranking/impact.js';
import { analyzeQuery } from '../../text/query-analysis.js';
import { recallTokens } from '../../text/token-groups.js';
import { VALUE_SIGN, valueToken } from '../../text/token-signs.js';
import type { ServerDocument } from '../server/server-document.js';
import { type DocumentEvidence, EVIDENCE_ATTRIBUTES } from './document-evidence.js';
import type { TokenFrequencyCache } from './token-frequencies.js';
import type { WorthyToken } from './weighed-query.js';
import { MeilisearchRefusal } from '../server/meilisearch-http.js';
import type { ServerQuery } from '../server/meilisearch-server.js';
import {
  filterExpressions,
  idsExpression,
  type LiveIndexes,
  MAX_TERMS,
  passesNothing,
  termsOf,
} from './server-query.js';

/** An index that was built before the model, or for another one, knows nothing of its vectors. */
const NO_SUCH_VECTORS: ReadonlySet<string> = new Set([
  'invalid_search_embedder',
  'invalid_vector_dimensions',
]);

/**
 * Finds documents by their vectors alone; the server's score is (1 + cosine) ÷ 2. It fills its page with documents that have no
 * vector, at a score of 0.
 */
export async function nearSearch(
  indexes: LiveIndexes,
  index: IndexName,
  { field, components }: QueryDirection,
  limit: number,
): Promise<NearDocument[]> {
  const question = {
    q: '',
    vector: [...components],
    hybrid: { embedder: field, semanticRatio: 1 },
    page: 1,
    hitsPerPage: limit,
    attributesToRetrieve: ['id'],
    showRankingScore: true,
  };
  try {
    const [answer] = await indexes.ask(index, [question]);
    const near = answer!.hits.map((hit) => ({
      id: hit['id'] as string,
      cosine: 2 * (hit['_rankingScore'] as number) - 1,
    }));
    return near.filter(({ cosine }) => cosine > 0);
  } catch (error) {
    if (error instanceof MeilisearchRefusal && NO_SUCH_VECTORS.has(error.code)) return [];
    throw error;
  }
}

type Question = Omit<ServerQuery, 'indexUid'>;

/** A query with what its tokens are worth, and the questions to the server that bring its candidates. */
interface PreparedQuery {
  readonly tokens: readonly WorthyToken[];
  readonly questions: readonly string[];
  readonly limit: number;
}

/** How many of the most promising candidates are read, per candidate wanted. */
const READ_PER_WANTED = 2;
const MOST_READ = 1500;
/** The server’s order is not ours: of fewer, the best might be missing. */
const LEAST_ASKED = 50;

/**
 * Recalls candidates for matching. A need's text is never sent: each phrase of a group is a query of its own, and its
 * concepts are a filter. The server only names candidates; what they carry of every group is added up here.
 */
export class CandidateRecall {
  constructor(
    private readonly indexes: LiveIndexes,
    private readonly book: TokenFrequencyCache,
    private readonly evidence: DocumentEvidence,
  ) {}

  /** The union of each query's best, with scores from 0 to 1, the best sum first. */
  async recall(index: IndexName, queries: readonly RecallQuery[]): Promise<readonly RecalledDocument[]> {
    const worth = await this.worths(index, queries);
    const questions = new Map<string, Question>();
    const prepared = queries.map((query) => prepare(index, query, worth, questions));
    const keys = [...questions.keys()];
    const answers = await this.indexes.ask(index, [...questions.values()]);
    const ids = new Map(keys.map((key, i) => [key, answers[i]!.hits.map((hit) => hit['id'] as string)]));
    const documents = await this.read(index, promising(prepared, ids));
    return this.union(index, prepared, ids, documents);
  }

  /** The rarity of everything that the queries speak of, asked at once; what no document has is absent. */
  private async worths(
    index: IndexName,
    queries: readonly RecallQuery[],
  ): Promise<ReadonlyMap<string, number>> {
    const words = queries.flatMap((query) => recallTokens(query).tokens.map(({ token }) => token));
    const asked = [...new Set(words)].filter((token) => !token.startsWith(VALUE_SIGN));
    const { documents, frequencies } = await this.book.countTokens(index, asked);
    const concepts = await this.book.countConcepts(
      index,
      queries.flatMap((query) => query.concepts ?? []),
    );
    const known = [
      ...asked.map((token): [string, number] => [token, frequencies.get(token) ?? 0]),
      ...Array.from(concepts, ([concept, df]): [string, number] => [valueToken(CONCEPT_FIELD, concept), df]),
    ];
    return new Map(
      known
        .filter(([, frequency]) => frequency > 0)
        .map(([token, frequency]) => [token, inverseDocumentFrequency(documents, frequency)]),
    );
  }

  private async read(index: IndexName, ids: readonly string[]): Promise<ReadonlyMap<string, ServerDocument>> {
    if (ids.length === 0) return new Map();
    const [answer] = await this.indexes.ask(index, [
      {
        q: '',
        filter: [idsExpression(ids)],
        page: 1,
        hitsPerPage: ids.length,
        attributesToRetrieve: EVIDENCE_ATTRIBUTES,
      },
    ]);
    const documents = answer!.hits as unknown as readonly ServerDocument[];
    return new Map(documents.map((document) => [document.id, document]));
  }

  private union(
    index: IndexName,
    prepared: readonly PreparedQuery[],
    ids: ReadonlyMap<string, readonly string[]>,
    documents: ReadonlyMap<string, ServerDocument>,
  ): RecalledDocument[] {
    const { typicalLength } = indexSchema(index);
    const masses = prepared.map(({ tokens }) => massOf(tokens) || 1);
    const scored = Array.from(documents, ([id, document]) => {
      const scores = prepared.map(({ tokens }, i) =>
        Math.min(1, this.evidence.carried(document, tokens, typicalLength).score / masses[i]!),
      );
      return { id, scores };
    });
    const chosen = new Set<string>();
    prepared.forEach(({ questions, limit }, i) => {
      const mine = new Set(questions.flatMap((key) => ids.get(key) ?? []));
      const best = scored.filter(({ id, scores }) => mine.has(id) && scores[i]! > 0);
      best.sort((a, b) => b.scores[i]! - a.scores[i]! || (a.id < b.id ? -1 : 1));
      for (const { id } of best.slice(0, limit)) chosen.add(id);
    });
    const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);
    return scored
      .filter(({ id }) => chosen.has(id))
      .sort((a, b) => sum(b.scores) - sum(a.scores) || (a.id < b.id ? -1 : 1));
  }
}

/** What a query's tokens are worth, and the questions that it adds to those of the others. */
function prepare(
  index: IndexName,
  query: RecallQuery,
  worth: ReadonlyMap<string, number>,
  questions: Map<string, Question>,
): PreparedQuery {
  const { tokens: weighted, limit, filter } = recallTokens(query);
  const tokens = weighted.flatMap(({ token, weight }) => {
    const rarity = worth.get(token);
    return rarity === undefined ? [] : [{ token, worth: weight * rarity }];
  });
  if (passesNothing(filter)) return { tokens, questions: [], limit };
  const usual = {
    filter: [...filterExpressions(index, filter)],
    page: 1,
    hitsPerPage: Math.max(limit, LEAST_ASKED),
    attributesToRetrieve: ['id'],
  };
  const byToken = new Map(tokens.map((each) => [each.token, each]));
  const asked: Question[] = query.terms.flatMap(({ text }) => {
    const q = phraseTerms(text, byToken);
    return q === '' ? [] : [{ ...usual, q, matchingStrategy: 'last' as const }];
  });
  const concepts = [...new Set(query.concepts)];
  if (concepts.length > 0) {
    const named = filterExpressions(index, [{ field: CONCEPT_FIELD, anyOf: concepts }]);
    asked.push({ ...usual, q: '', filter: [...usual.filter, ...named] });
  }
  const keys = asked.map((question) => JSON.stringify(question));
  keys.forEach((key, i) => questions.set(key, asked[i]!));
  return { tokens, questions: keys, limit };
}

/** The known words of a phrase, or its pairs of characters where no word is known, the most telling first. */
function phraseTerms(text: string, worth: ReadonlyMap<string, WorthyToken>): string {
  const { words, grams } = analyzeQuery(text);
  const known = (tokens: readonly string[]) =>
    tokens.flatMap((token) => worth.get(token) ?? []).sort((a, b) => b.worth - a.worth);
  const chosen = known(words).length > 0 ? known(words) : known(grams);
  return termsOf(chosen.slice(0, MAX_TERMS).map(({ token }) => token));
}

/** The candidates that most questions named, and named early. */
function promising(
  prepared: readonly PreparedQuery[],
  ids: ReadonlyMap<string, readonly string[]>,
): string[] {
  const wanted = prepared.reduce((sum, { limit }) => sum + limit, 0);
  const votes = new Map<string, number>();
  for (const named of ids.values())
    named.forEach((id, i) => votes.set(id, (votes.get(id) ?? 0) + 2 - i / named.length));
  const order = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return order.slice(0, Math.min(MOST_READ, READ_PER_WANTED * wanted)).map(([id]) => id);
}
