import { reportProblem } from '@app/kernel';
import { Client } from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  DefaultNamingStrategy,
  type NamingStrategyInterface,
  type Table,
} from 'typeorm';
import { migrations } from './migrations/index.js';

/** SQLSTATE classes and codes of a server that is going, gone or coming: connection, shutdown, starting up, too many, disk full. */
const GONE_STATES = /^(08...|57P0[1-3]|53[13]00)$/;
/** Codes of the system when nobody answers or a connection breaks. */
const GONE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** What the driver says without a code of connections that broke or never came about. */
const GONE_WORDS =
  /connection terminated|not queryable|timeout exceeded when trying to connect|query runner already released|driver not connected/i;

/** Whether an error means that the database cannot be reached for the moment: the same thing tried again may work. */
export function databaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (error instanceof AggregateError) return error.errors.some(databaseGone);
  if (typeof code === 'string') return GONE_STATES.test(code) || GONE_CODES.has(code);
  return GONE_WORDS.test(error.message);
}

/**
 * What pg-boss throws where nobody can catch it: it notes the end of a job without waiting for it, and the database may be
 * lost just then. The job counts as running until it expires and is then carried out once more, so the worker goes on.
 * Everything else ends the process, as Node does by itself.
 */
export function outliveLostDatabase(error: unknown): void {
  if (!databaseGone(error)) throw error;
  reportProblem('database lost while something was noted in passing', error);
}

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
