export * from './port/search-document.js';
export * from './port/index-schemas.js';
export { inverseDocumentFrequency } from './ranking/impact.js';
export * from './port/recall.js';
export * from './port/search-request.js';
export * from './port/search-engine.js';
export * from './port/search.errors.js';
export * from './ranking/term-statistics.js';
export * from './search.module.js';
export * from './embedded/embedded-search-engine.js';
export * from './embedding/query-directions.js';
export * from './embedding/embedder.js';
export * from './embedding/text-embedding.js';
export * from './embedding/embedding-model.js';
export * from './embedding/embedding-models.service.js';
export * from './embedding/listing-texts.js';
export * from './embedding/sent-text.js';
export * from './indexing/index-consumer.js';
export * from './indexing/index-jobs.js';
export * from './indexing/reconciler.js';
export * from './indexing/reindexer.js';
export {
  dropServerIndexes,
  type ServerIndexNames,
  serverNames,
  USUAL_PREFIX,
} from './meilisearch/server/index-settings.js';
export * from './meilisearch/server/scoped-keys.js';
export * from './meilisearch/meilisearch-search-engine.js';
export * from './meilisearch/server-as-it-comes.js';
export { asWritten } from './text/highlight.js';
