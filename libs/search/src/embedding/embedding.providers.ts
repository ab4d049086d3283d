import { SETTINGS, type Settings } from '@app/kernel';
import type { Provider } from '@nestjs/common';
import { CurrentModel, QueryDirections, TextDirections } from './query-directions.js';
import { DocumentVectors } from './document-vectors.js';
import { Embedder } from './embedder.js';
import { EmbeddingBatch, TextEmbedding } from './text-embedding.js';
import { EmbeddingLoop } from './embedding-loop.js';
import { EmbeddingModels, ModelKeeping } from './embedding-models.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { EMBEDDING, type EmbeddingSettings, embeddingSettingsOf } from './embedding-model.js';
import { EmbeddingStatus } from './embedding-status.js';
import { EmbeddingTasksRepository } from './embedding-tasks.repository.js';
import { ListingTexts, ListingTextsRepository } from './listing-texts.js';
import { TextVectorsRepository } from './text-vectors.repository.js';

/** What other libraries use of the outside model. */
export const embeddingServices = [
  EMBEDDING,
  CurrentModel,
  Embedder,
  EmbeddingLoop,
  EmbeddingModelsRepository,
  EmbeddingStatus,
  EmbeddingTasksRepository,
  ListingTexts,
  QueryDirections,
  TextDirections,
  TextEmbedding,
];

/** The outside model that turns texts into vectors; where the settings name none, all of it does nothing. */
export const embeddingProviders: Provider[] = [
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
  EmbeddingModels,
  EmbeddingModelsRepository,
  EmbeddingStatus,
  EmbeddingTasksRepository,
  ListingTexts,
  ListingTextsRepository,
  ModelKeeping,
  QueryDirections,
  TextDirections,
  TextEmbedding,
  TextVectorsRepository,
];
