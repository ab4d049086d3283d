import { DataSource, type DataSourceOptions } from 'typeorm';
import { LastingClient } from './lasting-client.js';
import { SnakeCaseNaming } from './snake-case-naming.js';
import { migrations } from './migrations/index.js';

/** TypeORM's options for PostgreSQL. */
export type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Dependency-injection token of the connection string. */
export const DATABASE_URL = Symbol('DatabaseUrl');

/** How every process connects: snake_case names, migrations only, a bound on waiting for locks and statements. */
export function dataSourceOptions(
  url: string,
  poolSize = 10,
  statementMs = Number.POSITIVE_INFINITY,
): PostgresOptions {
  const bound = Number.isFinite(statementMs) ? ` -c statement_timeout=${statementMs}` : '';
  return {
    type: 'postgres',
    url,
    poolSize,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeCaseNaming(),
    applicationName: 'lianqiao',
    connectTimeoutMS: 10_000,
    extra: {
      Client: LastingClient,
      options: `-c jit=off -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000${bound}`,
    },
  };
}

/** Brings a database's schema up to date; two at once are put in line by an advisory lock. */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(7011)');
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
