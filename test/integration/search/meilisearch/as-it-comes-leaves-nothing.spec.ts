import { ServerAsItComes } from '@app/search';
import { MeiliStandIn } from '../../../support/meili/meili-stand-in.js';

describe('Meilisearch as it comes, filled half way', () => {
  it('leaves no index behind', async () => {
    const server = await MeiliStandIn.start();
    try {
      server.trouble(/as_it_comes\/documents$/, 'UNAVAILABLE', Infinity);
      const options = { url: server.url, keys: { search: 's', index: 'i', admin: 'a' } };
      await expect(ServerAsItComes.over(options, 'lianqiao_', ['压铸件'])).rejects.toThrow();
      expect(server.callsOf(/as_it_comes\/documents$/)).toBeGreaterThan(0);
      expect(server.store.indexes.size).toBe(0);
    } finally {
      await server.stop();
    }
  });
});
