import { Client } from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  DefaultNamingStrategy,
  type NamingStrategyInterface,
  type Table,
} from 'typeorm';
import { migrations } from './migrations/index.js';

/**
 * A connection whose loss fails its statements and nothing else. The driver tells the loss by an event as well, which
 * ends the process when nobody listens; and between a pool's handing a connection over and its new holder's first
 * look at it nobody does: the server's farewell may come in the very packet that says it is ready.
 */
export class LastingClient extends Client {
  constructor(...config: ConstructorParameters<typeof Client>) {
    super(...config);
    this.on('error', () => undefined);
  }
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

function tableName(table: Table | string): string {
  return (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';
}

/** Names in the database: snake_case tables and columns, and readable names for keys and indexes. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName?: string): string {
    return customName ?? snakeCase(className);
  }

  override columnName(property: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snakeCase), customName ?? snakeCase(property)].join('_');
  }

  override joinColumnName(relation: string, column: string): string {
    return `${snakeCase(relation)}_${snakeCase(column)}`;
  }

  override primaryKeyName(table: Table | string): string {
    return `${tableName(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${tableName(table)}_${columns.join('_')}_key`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${tableName(table)}_${columns.join('_')}_fkey`;
  }

  override indexName(table: Table | string, columns: string[]): string {
    return `${tableName(table)}_${columns.join('_')}_idx`;
  }
}

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
