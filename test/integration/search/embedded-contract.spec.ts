import { EmbeddedSearchEngine } from '@app/search';
import { createTestDatabase } from '../../support/test-database.js';
import { describeSearchContract } from './contract/search-contract.js';

describeSearchContract('embedded engine', async () => {
  const database = await createTestDatabase();
  const engine = new EmbeddedSearchEngine({ url: database.url });
  return {
    engine,
    stop: async () => {
      await engine.close();
      await database.drop();
    },
  };
});
