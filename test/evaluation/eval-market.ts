import { Transactions } from '@app/database';
import { DiscoveryModule } from '@app/discovery';
import { newId } from '@app/kernel';
import { CurrentVectors, LearnVectorsJob } from '@app/matching';
import { type EngineName, Reindexer } from '@app/search';
import { Certificates, ConceptExtractor } from '@app/taxonomy';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ProgressLine } from '../../apps/cli/src/output.js';
import { useEngine } from '../../apps/cli/src/platform/with-platform.js';
import { useBenchIndexes, withBenchDatabase } from '../benchmarks/bench-database.js';
import type { EvalDocument } from './collection.js';

const BATCH = 2000;

const INSERT_ORGANIZATIONS = `
  insert into organization (id, credit_code, name, normalised_name, region_code, claim_state, source, source_name)
  select id, code, name, name, region, 'CLAIMED', 'DECLARED', 'evaluation'
    from jsonb_to_recordset($1::jsonb) as o(id uuid, code text, name text, region text)`;
const INSERT_CERTIFICATES = `
  insert into organization_certificate (id, organization_id, kind_id, fact_state)
  select gen_random_uuid(), o.id, kind, 'DECLARED'
    from jsonb_to_recordset($1::jsonb) as o(id uuid, certificates jsonb),
         jsonb_array_elements_text(o.certificates) as kind`;
const INSERT_CAPABILITIES = `
  insert into capability (id, organization_id, kind, state, title, description, concepts, fact_state)
  select c.capability, c.id, 'PRODUCT', 'PUBLISHED', c.title, c.description, c.concepts, 'DECLARED'
    from jsonb_to_recordset($1::jsonb)
      as c(id uuid, capability uuid, title text, description text, concepts jsonb)`;

/** Stores each document as a published capability of a supplier of its own; gives document ids by capability id. */
async function seedListings(
  app: INestApplicationContext,
  documents: readonly EvalDocument[],
  onProgress: (count: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const transactions = app.get(Transactions);
  const extractor = app.get(ConceptExtractor, { strict: false });
  const certificates = app.get(Certificates, { strict: false });
  const ids = new Map<string, string>();
  for (let from = 0; from < documents.length; from += BATCH) {
    const rows = documents.slice(from, from + BATCH).map((document, i) => {
      const number = String(from + i).padStart(9, '0');
      const said = `${document.title}\n${document.description}`;
      const row = {
        id: newId(),
        capability: newId(),
        code: `BENCH${number}`,
        name: document.organization ?? `评测企业${number}`,
        region: document.region ?? null,
        title: document.title,
        description: document.description,
        certificates: document.declaresCertificates
          ? [...new Set(certificates.findAll(said).map(({ id }) => id))]
          : [],
        concepts: extractor.extract(said),
      };
      ids.set(row.capability, document.id);
      return row;
    });
    await transactions.run(async () => {
      const values = [JSON.stringify(rows)];
      await transactions.query(INSERT_ORGANIZATIONS, values);
      await transactions.query(INSERT_CERTIFICATES, values);
      await transactions.query(INSERT_CAPABILITIES, values);
    });
    onProgress(from + rows.length);
  }
  return ids;
}

/** A platform of its own in which every document is a published capability. */
export interface EvalMarket {
  readonly app: INestApplicationContext;
  readonly engine: EngineName;
  /** The document that a capability was made of. */
  documentOf(capabilityId: string): string;
}

/** How a market is made. */
interface MarketOptions {
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
    const { PlatformModule } = await import('../../apps/cli/src/platform/platform.module.js');
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
    .rebuildIndexes(['organizations', 'capabilities'], ({ index, documents: done, total }) =>
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
