import type { IndexName } from '../../port/index-schemas.js';
import type { NearDocument, QueryDirection } from '../../port/recall.js';
import { MeilisearchRefusal } from '../transport/meilisearch.errors.js';
import type { LiveIndexes } from './live-indexes.js';

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
