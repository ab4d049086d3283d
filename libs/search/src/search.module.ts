import './port/search.errors.js';
import { DATABASE_URL } from '@app/database';
import { reportProblem, type Settings, SETTINGS } from '@app/kernel';
import { Global, Module, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { EmbeddedSearchEngine } from './embedded/embedded-search-engine.js';
import { Embedder } from './embedding/embedder.js';
import { EMBEDDING, type EmbeddingSettings, embeddingSettingsOf } from './embedding/embedding-model.js';
import { EmbeddingModelsRepository } from './embedding/embedding-models.repository.js';
import { EmbeddingModelsService } from './embedding/embedding-models.service.js';
import { EmbeddingTasksRepository } from './embedding/embedding-tasks.repository.js';
import { DocumentVectors, ListingTexts } from './embedding/listing-texts.js';
import { CurrentModel, QueryDirections, TextDirections } from './embedding/query-directions.js';
import { EmbeddingBatch, EmbeddingLoop, TextEmbedding } from './embedding/text-embedding.js';
import { ListingTextsRepository, TextVectorsRepository } from './embedding/text-vectors.repository.js';
import { IndexConsumer, SearchableListings } from './indexing/index-consumer.js';
import { MaintainIndexesJob, RebuildIndexesJob, ReconcileIndexesJob } from './indexing/index-jobs.js';
import { IndexReconciliations, Reconciler } from './indexing/reconciler.js';
import { Reindexer } from './indexing/reindexer.js';
import { MeilisearchSearchEngine } from './meilisearch/meilisearch-search-engine.js';
import { USUAL_PREFIX } from './meilisearch/server/index-settings.js';
import { ensureKeys, processKeys } from './meilisearch/server/scoped-keys.js';
import type { VectorSource } from './port/recall.js';
import { DocumentSources } from './port/search-document.js';
import { ObservedSearchEngine, SearchEngine } from './port/search-engine.js';
import { TermStatistics } from './ranking/term-statistics.js';

/** The names of the engines. */
export type EngineName = 'embedded' | 'meilisearch';

/** Which engine the settings ask for: the one named, otherwise Meilisearch wherever its address is given. */
export function engineOf({ SEARCH_ENGINE, MEILI_URL }: Settings): EngineName {
  const engine = SEARCH_ENGINE ?? (MEILI_URL ? 'meilisearch' : 'embedded');
  if (engine === 'meilisearch' && !MEILI_URL)
    throw new Error('The engine meilisearch needs the address of its server: set MEILI_URL.');
  return engine;
}

/** The engine of the settings on the platform's database; vectors are for one that finds by them. */
export function chooseEngine(
  databaseUrl: string,
  settings: Settings,
  onError: (error: unknown) => void,
  vectors?: VectorSource,
): SearchEngine {
  const { MEILI_URL, MEILI_MASTER_KEY, MEILI_PREFIX = USUAL_PREFIX } = settings;
  if (engineOf(settings) === 'embedded' || !MEILI_URL)
    return new EmbeddedSearchEngine({ url: databaseUrl, onError });
  return new MeilisearchSearchEngine({
    url: MEILI_URL,
    keys: processKeys(settings),
    databaseUrl,
    prefix: MEILI_PREFIX,
    vectors,
    prepare: () =>
      MEILI_MASTER_KEY ? ensureKeys(MEILI_URL, MEILI_MASTER_KEY, MEILI_PREFIX) : Promise.resolve(),
  });
}

/** What other libraries use of the outside model. */
const embeddingServices = [
  EMBEDDING,
  CurrentModel,
  Embedder,
  EmbeddingLoop,
  EmbeddingModelsService,
  ListingTexts,
  QueryDirections,
  TextDirections,
  TextEmbedding,
];

/** The outside model that turns texts into vectors; where the settings name none, all of it does nothing. */
const embeddingProviders: Provider[] = [
  {
    provide: EMBEDDING,
    useFactory: (settings: Settings) => embeddingSettingsOf(settings),
    inject: [SETTINGS],
  },
  {
    provide: Embedder,
    useFactory: (settings: EmbeddingSettings | null) => new Embedder(settings ?? { url: '', key: undefined }),
    inject: [EMBEDDING],
  },
  CurrentModel,
  DocumentVectors,
  EmbeddingBatch,
  EmbeddingLoop,
  EmbeddingModelsRepository,
  EmbeddingModelsService,
  EmbeddingTasksRepository,
  ListingTexts,
  ListingTextsRepository,
  QueryDirections,
  TextDirections,
  TextEmbedding,
  TextVectorsRepository,
];

const engine = {
  provide: SearchEngine,
  useFactory: (url: string, settings: Settings, vectors: DocumentVectors) =>
    new ObservedSearchEngine(
      chooseEngine(
        url,
        settings,
        (error) => reportProblem('search', error),
        embeddingSettingsOf(settings) ? vectors : undefined,
      ),
    ),
  inject: [DATABASE_URL, SETTINGS, DocumentVectors],
};

const services = [
  DocumentSources,
  TermStatistics,
  Reindexer,
  Reconciler,
  IndexReconciliations,
  SearchableListings,
  IndexConsumer,
  RebuildIndexesJob,
  MaintainIndexesJob,
  ReconcileIndexesJob,
];

/** The search engine, and what keeps its indexes true to PostgreSQL. */
@Global()
@Module({
  providers: [engine, ...embeddingProviders, ...services],
  exports: [SearchEngine, ...embeddingServices, ...services],
})
export class SearchModule implements OnApplicationShutdown {
  constructor(private readonly engine: SearchEngine) {}

  onApplicationShutdown(): Promise<void> {
    return this.engine.close();
  }
}
