import { DataSource } from 'typeorm';
import { createTestApp, type TestApp } from '../support/test-app.js';

/** TypeORM asks for all tables at once over one connection; PostgreSQL's driver wants one statement after the other. */
function askInLine(dataSource: DataSource): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode);
    const ask = runner.query.bind(runner) as (...question: unknown[]) => Promise<unknown>;
    let last: Promise<unknown> = Promise.resolve();
    const inLine = (...question: unknown[]) => {
      const answer = last.then(() => ask(...question));
      last = answer.catch(() => undefined);
      return answer;
    };
    return Object.assign(runner, { query: inLine });
  };
}

describe('the migrations', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  it('lead to exactly the schema that the entities describe', async () => {
    askInLine(app.get(DataSource));
    const difference = await app.get(DataSource).driver.createSchemaBuilder().log();
    expect(difference.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('have all been applied', async () => {
    expect(await app.get(DataSource).showMigrations()).toBe(false);
  });
});
