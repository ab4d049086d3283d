import { randomBytes } from 'node:crypto';
import { deleteKeys, dropServerIndexes, ensureKeys, MeilisearchSearchEngine, processKeys } from '@app/search';
import { createTestDatabase } from '../../support/test-database.js';
import { describeSearchContract } from './contract/search-contract.js';
import { CONTRACT_VECTORS } from './contract/vectors.js';

const { MEILI_URL: url, MEILI_MASTER_KEY, MEILI_KEY } = process.env;

/** The same contract for a real Meilisearch, in indexes of its own, wherever one is given. */
if (url)
  describeSearchContract(`Meilisearch at ${new URL(url).host}`, async () => {
    const database = await createTestDatabase();
    const prefix = `lianqiao_test_${randomBytes(4).toString('hex')}_`;
    const keys = processKeys({ MEILI_MASTER_KEY, MEILI_KEY, MEILI_PREFIX: prefix });
    if (MEILI_MASTER_KEY) await ensureKeys(url, MEILI_MASTER_KEY, prefix);
    const engine = new MeilisearchSearchEngine({
      url,
      keys,
      databaseUrl: database.url,
      prefix,
      vectors: CONTRACT_VECTORS,
    });
    return {
      engine,
      stop: async () => {
        await engine.close();
        await dropServerIndexes({ url, keys }, prefix);
        if (MEILI_MASTER_KEY) await deleteKeys(url, MEILI_MASTER_KEY, prefix);
        await database.drop();
      },
    };
  });
else
  describe('search contract: Meilisearch', () => {
    process.stdout.write('search contract against Meilisearch: skipped (MEILI_URL is not set)\n');

    it.skip('skipped (MEILI_URL is not set)', () => undefined);
  });
