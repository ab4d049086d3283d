import { DATABASE_URL } from '@app/database';
import { reportProblem, SETTINGS, type Settings } from '@app/kernel';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { chooseEngine } from './choose-engine.js';
import { DocumentVectors } from './embedding/document-vectors.js';
import { embeddingSettingsOf } from './embedding/embedding-model.js';
import { embeddingProviders, embeddingServices } from './embedding/embedding.providers.js';
import { IndexConsumer, SearchableListings } from './indexing/index-consumer.js';
import { MaintainIndexesJob, RebuildIndexesJob, ReconcileIndexesJob } from './indexing/index-jobs.js';
import { IndexReconciliations, Reconciler } from './indexing/reconciler.js';
import { Reindexer } from './indexing/reindexer.js';
import { DocumentSources } from './port/document-sources.js';
import { ObservedSearchEngine } from './port/observed-search-engine.js';
import { SearchEngine } from './port/search-engine.js';
import './port/search.errors.js';
import { TermStatistics } from './port/term-statistics.js';

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
