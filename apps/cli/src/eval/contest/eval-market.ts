import { DiscoveryModule } from '@app/discovery';
import { Reindexer } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { withBenchDatabase } from '../../bench/bench-database.js';
import { ProgressLine } from '../../output/progress-line.js';
import type { EvalDocument } from './collection.js';
import { seedListings } from './seed-listings.js';

/** A platform of its own in which every document is a published capability. */
export interface EvalMarket {
  readonly app: INestApplicationContext;
  /** The document that a capability was made of. */
  documentOf(capabilityId: string): string;
}

/** Makes a market of documents, works with it and throws it away. */
export async function withEvalMarket<T>(
  documents: readonly EvalDocument[],
  work: (market: EvalMarket) => Promise<T>,
): Promise<T> {
  return withBenchDatabase(async (databaseUrl) => {
    const { PlatformModule } = await import('../../platform/platform.module.js');
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
      return await work(await fill(app, documents));
    } finally {
      await app.close();
    }
  });
}

async function fill(app: INestApplicationContext, documents: readonly EvalDocument[]): Promise<EvalMarket> {
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
  return { app, documentOf: (capabilityId) => ids.get(capabilityId) ?? capabilityId };
}
