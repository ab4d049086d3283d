import type { IndexName } from '../../port/index-schemas.js';
import { serverNames } from '../index/index-names.js';
import { isMissingIndex } from '../transport/meilisearch.errors.js';
import type { MeilisearchServer, ServerAnswer, ServerQuery } from '../transport/meilisearch-server.js';

const NOTHING: ServerAnswer = { hits: [], totalHits: 0, facetDistribution: {} };

/** Asks the live indexes; one that was never built is empty. */
export class LiveIndexes {
  constructor(
    private readonly server: MeilisearchServer,
    private readonly prefix: string,
  ) {}

  /** Answers in the order of the queries, which are asked of the same state of the index or nearly so. */
  async ask(
    index: IndexName,
    queries: readonly Omit<ServerQuery, 'indexUid'>[],
  ): Promise<readonly ServerAnswer[]> {
    const indexUid = serverNames(this.prefix, index).live;
    try {
      // Language detection would take short hanzi for Japanese.
      return await this.server.multiSearch(
        queries.map((query) => ({ ...query, indexUid, locales: ['cmn' as const] })),
      );
    } catch (error) {
      if (isMissingIndex(error)) return queries.map(() => NOTHING);
      throw error;
    }
  }
}
