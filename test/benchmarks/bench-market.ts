import { LearnVectorsJob } from '@app/matching';
import { type EngineName, Reindexer, type RebuildOutcome } from '@app/search';
import { ConceptVocabulary } from '@app/taxonomy';
import { ProgressLine } from '../../apps/cli/src/output.js';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { useEngine } from '../../apps/cli/src/platform/with-platform.js';
import { useBenchIndexes, withBenchDatabase } from './bench-database.js';
import { type BenchText, inventQueries, inventTexts, readTexts } from './bench-documents.js';
import type { MeasuredOptions } from './measured.command.js';
import { seedCapabilities } from './seed-capabilities.js';
import { API, type ServerProcess, startServer } from './server-process.js';

const USUAL_DOCUMENTS = 100_000;
const QUERIES = 500;

/** A market made for one measurement: capabilities indexed, the API in a process of its own, the engine also here. */
export interface BenchMarket {
  readonly app: INestApplicationContext;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly engine: EngineName;
  /** Folder for profiles of the servers, where they are wanted. */
  readonly profile: string | undefined;
  readonly api: ServerProcess;
  readonly documents: number;
  readonly queries: readonly BenchText[];
  /** What filling the index of the capabilities took, as a reindex does. */
  readonly reindexed: RebuildOutcome;
}

/** Makes the market that the options ask for, works with it and throws it away. */
export async function withBenchMarket<T>(
  options: MeasuredOptions,
  work: (market: BenchMarket) => Promise<T>,
): Promise<T> {
  const engine = useEngine(options.engine ?? 'embedded');
  const forget = engine === 'meilisearch' ? useBenchIndexes() : () => Promise.resolve();
  return withBenchDatabase(async (databaseUrl, dataDir) => {
    const { PlatformModule } = await import('../../apps/cli/src/platform/platform.module.js');
    const app = await NestFactory.createApplicationContext(PlatformModule.forRoot({ databaseUrl }), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    try {
      const texts = await documentsFor(options, app);
      const queries = options.queriesFile
        ? await readTexts(options.queriesFile)
        : inventQueries(texts, QUERIES);
      const reindexed = await fill(app, texts);
      const { profile } = options;
      const api = await startServer(API, { DATABASE_URL: databaseUrl, DATA_DIR: dataDir }, profile);
      try {
        const documents = texts.length;
        return await work({ app, databaseUrl, dataDir, api, engine, documents, queries, reindexed, profile });
      } finally {
        await api.stop();
      }
    } finally {
      await app.close();
    }
  }).finally(forget);
}

function documentsFor(
  options: MeasuredOptions,
  app: INestApplicationContext,
): Promise<BenchText[]> | BenchText[] {
  return options.documentsFile
    ? readTexts(options.documentsFile, options.documents)
    : inventTexts(app.get(ConceptVocabulary, { strict: false }), options.documents ?? USUAL_DOCUMENTS);
}

async function fill(app: INestApplicationContext, texts: readonly BenchText[]): Promise<RebuildOutcome> {
  const storing = new ProgressLine('store');
  await seedCapabilities(app, texts, (count) => storing.show(`${count} of ${texts.length} capabilities`));
  storing.end();
  const indexing = new ProgressLine('index');
  const outcomes = await app
    .get(Reindexer, { strict: false })
    .rebuildIndexes(['organizations', 'capabilities'], ({ index, documents, total }) =>
      indexing.show(`${index} ${documents} of ${total}`),
    );
  indexing.end();
  await app.get(LearnVectorsJob, { strict: false }).handle();
  const reindexed = outcomes.find(({ index }) => index === 'capabilities');
  if (!reindexed) throw new Error('The capabilities were not indexed.');
  return reindexed;
}
