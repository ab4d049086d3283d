import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transactions } from '@app/database';
import { renderText } from '@app/kernel';
import {
  OrganizationsImporter,
  type ImportOutcome,
  type ListFileError,
  type RejectedRow,
  type RowProblem,
} from '@app/organizations';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformModule } from '../../../apps/cli/src/platform/platform.module.js';
import { createTestDatabase } from '../../support/test-database.js';

/** What an import did and what it said of rows. */
export interface ImportReport extends ImportOutcome {
  readonly header: readonly string[];
  readonly rejections: readonly RejectedRow[];
  readonly warnings: number;
  /** `line column CODE` of every problem, in the order told. */
  readonly problems: readonly string[];
}

/** A column of the table of organizations as the database gives it. */
export type StoredOrganization = Record<string, string | number | Date | null>;

/** The platform's import on a database of its own, and a folder for lists. */
export class ImportFixture {
  private constructor(
    readonly app: INestApplicationContext,
    readonly folder: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<ImportFixture> {
    const database = await createTestDatabase();
    const app = await NestFactory.createApplicationContext(
      PlatformModule.forRoot({ databaseUrl: database.url }),
      {
        logger: ['error', 'warn'],
        abortOnError: false,
      },
    );
    const folder = await mkdtemp(join(tmpdir(), 'lianqiao-import-'));
    return new ImportFixture(app, folder, () => database.drop());
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.drop();
    await rm(this.folder, { recursive: true });
  }

  /** Writes a list and gives its path. */
  async file(name: string, content: string | Buffer): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  /** Imports a list or previews it. */
  async import(
    path: string,
    wish: { preview?: boolean; onProgress?: (rows: number) => void } = {},
  ): Promise<ImportReport> {
    let header: readonly string[] = [];
    const rejections: RejectedRow[] = [];
    const problems: RowProblem[] = [];
    const outcome = await this.app.get(OrganizationsImporter, { strict: false }).importList({
      path,
      preview: wish.preview ?? false,
      onHeader: (cells) => (header = cells),
      onRejected: (rejected) => {
        rejections.push(rejected);
        problems.push(...rejected.problems.filter(({ severity }) => severity === 'REJECTED'));
      },
      onWarning: (problem) => problems.push(problem),
      onProgress: wish.onProgress ?? (() => undefined),
    });
    const told = problems.map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
    return { ...outcome, header, rejections, problems: told };
  }

  /** The refusal of a list that cannot be imported, in English. */
  async refusalOf(path: string): Promise<string> {
    const refusal = await this.import(path).then(
      () => {
        throw new Error('the list was imported');
      },
      (error: ListFileError) => error,
    );
    return renderText('en', refusal.code, refusal.params);
  }

  /** Imported organizations by name. */
  organizations(): Promise<StoredOrganization[]> {
    return this.query(`
      select credit_code, name, normalised_name, region_code, industry_code, address, founded_on::text as founded_on,
             registered_capital_amount, registered_capital_currency, business_scope, source, source_name, claim_state, version
        from organization order by name`);
  }

  /** How many derivations wait to be carried out. */
  async orderedDerivations(): Promise<number> {
    const [row] = await this.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name = 'derive-capabilities'`,
    );
    return row?.count ?? 0;
  }

  /** Empties what imports fill. */
  async clear(): Promise<void> {
    await this.query('truncate organization cascade');
    await this.query(`delete from pgboss.job where name = 'derive-capabilities'`);
  }

  query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.app.get(Transactions, { strict: false }).query<Row>(sql, values);
  }
}
