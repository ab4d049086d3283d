import { DiscoveryModule } from '@app/discovery';
import { CurrentVectors, LearnVectorsJob } from '@app/matching';
import { type EngineName, Reindexer } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { withBenchDatabase } from '../../benchmarks/bench-database.js';
import { useBenchIndexes } from '../../benchmarks/bench-indexes.js';
import { ProgressLine } from '../../../apps/cli/src/output/progress-line.js';
import { useEngine } from '../../../apps/cli/src/platform/engine-choice.js';
import type { EvalDocument } from './collection.js';
import { seedListings } from './seed-listings.js';

/** A platform of its own in which every document is a published capability. */
export interface EvalMarket {
  readonly app: INestApplicationContext;
  readonly engine: EngineName;
  /** The document that a capability was made of. */
  documentOf(capabilityId: string): string;
}

/** How a market is made. */
export interface MarketOptions {
  readonly engine: EngineName;
  /** Whether word vectors are learnt from the documents, where there are enough of them. */
  readonly vectors: boolean;
}

/** Makes a market of documents on an engine, works with it and throws it away. */
export async function withEvalMarket<T>(
  { engine: asked, vectors }: MarketOptions,
  documents: readonly EvalDocument[],
  work: (market: EvalMarket) => Promise<T>,
): Promise<T> {
  const engine = useEngine(asked);
  const forget = engine === 'meilisearch' ? useBenchIndexes() : () => Promise.resolve();
  return withBenchDatabase(async (databaseUrl) => {
    const { PlatformModule } = await import('../../../apps/cli/src/platform/platform.module.js');
    class EvalModule {}
    const module = {
      module: EvalModule,
      imports: [PlatformModule.forRoot({ databaseUrl }), DiscoveryModule],
    };
    const app = await NestFactory.createApplicationContext(module, {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    try {
      const documentOf = await fill(app, documents);
      if (vectors) await learnVectors(app);
      return await work({ app, engine, documentOf });
    } finally {
      await app.close();
    }
  }).finally(forget);
}

async function fill(
  app: INestApplicationContext,
  documents: readonly EvalDocument[],
): Promise<EvalMarket['documentOf']> {
  const storing = new ProgressLine('store');
  const ids = await seedListings(app, documents, (count) =>
    storing.show(`${count} of ${documents.length} capabilities`),
  );
  storing.end();
  const indexing = new ProgressLine('index');
  await app
    .get(Reindexer, { strict: false })
    .rebuild(['organizations', 'capabilities'], ({ index, documents: done, total }) =>
      indexing.show(`${index} ${done} of ${total}`),
    );
  indexing.end();
  return (capabilityId) => ids.get(capabilityId) ?? capabilityId;
}

/** Does what the worker does every night. */
async function learnVectors(app: INestApplicationContext): Promise<void> {
  await app.get(LearnVectorsJob, { strict: false }).handle();
  await app.get(CurrentVectors, { strict: false }).refresh();
}
