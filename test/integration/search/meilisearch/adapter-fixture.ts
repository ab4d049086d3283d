import { MeilisearchSearchEngine, type SearchDocument } from '@app/search';
import { MeiliStandIn } from '../../../support/meili/meili-stand-in.js';
import { createTestDatabase } from '../../../support/test-database.js';
import { documentAt, fill } from '../contract/contract-documents.js';

/** The stand-in and engines on it as if in several processes. */
export interface AdapterFixture {
  readonly server: MeiliStandIn;
  readonly databaseUrl: string;
  /** An engine as another process has it. */
  engine(): MeilisearchSearchEngine;
  stop(): Promise<void>;
}

/** Opens the fixture; waits are cut short. */
export async function openAdapter(): Promise<AdapterFixture> {
  const database = await createTestDatabase();
  const server = await MeiliStandIn.start();
  const engines: MeilisearchSearchEngine[] = [];
  return {
    server,
    databaseUrl: database.url,
    engine: () => {
      const engine = new MeilisearchSearchEngine({
        url: server.url,
        keys: { search: 's', index: 'i', admin: 'a' },
        databaseUrl: database.url,
        searchTimeoutMs: 1_000,
        writeTimeoutMs: 1_000,
        taskDeadlineMs: 1_000,
      });
      engines.push(engine);
      return engine;
    },
    stop: async () => {
      server.mend();
      for (const engine of engines) await engine.close();
      await server.stop();
      await database.drop();
    },
  };
}

/** An engine whose capabilities are one bearing. */
export async function withBearing(fixture: AdapterFixture): Promise<MeilisearchSearchEngine> {
  const engine = fixture.engine();
  await fill(engine, 'capabilities', [{ title: '深沟球轴承', facets: { province: '330000' } }]);
  return engine;
}

/** Documents of places with a word as title. */
export function documentsOf(places: readonly number[], title: string, version = 1): SearchDocument[] {
  return places.map((place) => documentAt(place, { title, version }));
}
