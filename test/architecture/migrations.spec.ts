import { DataSource } from 'typeorm';
import { createTestApp, type TestApp } from '../support/test-app.js';

describe('the migrations', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  it('lead to exactly the schema that the entities describe', async () => {
    const difference = await app.get(DataSource).driver.createSchemaBuilder().log();
    expect(difference.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('have all been applied', async () => {
    expect(await app.get(DataSource).showMigrations()).toBe(false);
  });
});
