import { MeilisearchSearchEngine } from '@app/search';
import { MeiliStandIn } from '../../support/meili/meili-stand-in.js';
import { createTestDatabase } from '../../support/test-database.js';
import { describeSearchContract } from './contract/search-contract.js';
import { CONTRACT_VECTORS } from './contract/vectors.js';

/** The adapter keeps the contract also where no Meilisearch is at hand: its calls are those that the server knows. */
describeSearchContract('Meilisearch adapter before a strict stand-in', async () => {
  const database = await createTestDatabase();
  const server = await MeiliStandIn.start();
  const engine = new MeilisearchSearchEngine({
    url: server.url,
    keys: { search: 's', index: 'i', admin: 'a' },
    databaseUrl: database.url,
    vectors: CONTRACT_VECTORS,
  });
  return {
    engine,
    stop: async () => {
      await engine.close();
      await server.stop();
      await database.drop();
    },
  };
});
