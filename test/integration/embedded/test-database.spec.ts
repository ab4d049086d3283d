import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

async function connectTo(database: TestDatabase): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}

describe('the database of a spec file', () => {
  it('has the migrations, and nothing of another spec file', async () => {
    const databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const [mine, other] = (await Promise.all(databases.map(connectTo))) as [Client, Client];
    try {
      await mine.query(
        `insert into domain_event (type, aggregate_type, aggregate_id) values ('Tested', 'Test', gen_random_uuid())`,
      );
      expect((await mine.query('select type from domain_event')).rows).toEqual([{ type: 'Tested' }]);
      expect((await other.query('select type from domain_event')).rows).toEqual([]);
    } finally {
      await Promise.all([mine.end(), other.end()]);
      await Promise.all(databases.map((database) => database.drop()));
    }
  });

  it('is gone after drop, also while somebody is connected', async () => {
    const database = await createTestDatabase();
    const client = await connectTo(database);
    const cut = new Promise<string>((resolve) =>
      client.on('error', (error: Error & { code?: string }) => resolve(error.code ?? '')),
    );
    await database.drop();
    expect(await cut).toBe('57P01');
    await expect(connectTo(database)).rejects.toMatchObject({ code: '3D000' });
  });
});
