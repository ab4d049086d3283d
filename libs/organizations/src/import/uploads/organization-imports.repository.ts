import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { OrganizationImportState } from './organization-import.graphql.js';
import type { ImportReport, OrganizationImport } from './organization-import.js';

const COLUMNS = `i.id, i.file_name as "fileName", i.size, i.state, i.rows_read as "rowsRead", i.outcome, i.problems,
  i.failure, i.started_at as "startedAt",
  (select coalesce(sum(octet_length(p.content)), 0)::int from organization_import_part p where p.import_id = i.id) as received`;

/** Every query on uploaded lists and their parts. */
@Injectable()
export class OrganizationImportsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A list; null when there is none. */
  async findImport(id: string): Promise<OrganizationImport | null> {
    const [row] = await this.transactions.query<OrganizationImport>(
      `select ${COLUMNS} from organization_import i where i.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** A list that nobody else changes until the running transaction ends. */
  async lockImport(id: string): Promise<OrganizationImport | null> {
    await this.transactions.query('select 1 from organization_import where id = $1 for update', [id]);
    return this.findImport(id);
  }

  /** The latest lists, the newest first. */
  findLatestImports(limit: number): Promise<OrganizationImport[]> {
    return this.transactions.query(
      `select ${COLUMNS} from organization_import i order by i.started_at desc, i.id desc limit $1`,
      [limit],
    );
  }

  async insertImport(list: {
    id: string;
    fileName: string;
    size: number;
    by: string;
    at: Date;
  }): Promise<void> {
    await this.transactions.query(
      `insert into organization_import (id, file_name, size, state, started_by, started_at, changed_at)
       values ($1, $2, $3, '${OrganizationImportState.UPLOADING}', $4, $5, $5)`,
      [list.id, list.fileName, list.size, list.by, list.at],
    );
  }

  async savePart(importId: string, position: number, content: Buffer): Promise<void> {
    await this.transactions.query(
      `insert into organization_import_part (import_id, position, content) values ($1, $2, $3)
       on conflict (import_id, position) do update set content = excluded.content`,
      [importId, position, content],
    );
  }

  /** The parts of a list, one at a time in their order. */
  async *readParts(importId: string): AsyncGenerator<Buffer> {
    for (let after = -1; ;) {
      const [part] = await this.transactions.query<{ position: number; content: Buffer }>(
        `select position, content from organization_import_part where import_id = $1 and position > $2
          order by position limit 1`,
        [importId, after],
      );
      if (!part) return;
      yield part.content;
      after = part.position;
    }
  }

  /** Lets go of the file of a list. */
  async deleteParts(importId: string): Promise<void> {
    await this.transactions.query('delete from organization_import_part where import_id = $1', [importId]);
  }

  /** Lets go of files that nobody has touched since some time. */
  async deletePartsUntouchedSince(since: Date): Promise<void> {
    await this.transactions.query(
      `delete from organization_import_part p using organization_import i
        where i.id = p.import_id and i.changed_at < $1`,
      [since],
    );
  }

  async changeState(id: string, state: OrganizationImportState, at: Date): Promise<void> {
    await this.transactions.query(
      `update organization_import set state = $2, rows_read = 0, failure = null, attempts = 0, worked_at = $3,
         changed_at = $3 where id = $1`,
      [id, state, at],
    );
  }

  /** Notes that the worker begins to read a list; gives how often it has done so since the last order. */
  async countAttempt(id: string, at: Date): Promise<number> {
    const [row] = await this.transactions.query<{ attempts: number }>(
      `update organization_import set attempts = attempts + 1, worked_at = $2 where id = $1 returning attempts`,
      [id, at],
    );
    return row?.attempts ?? 0;
  }

  /** How far the worker has read, and that it is alive. */
  async saveProgress(id: string, rowsRead: number, at: Date): Promise<void> {
    await this.transactions.query(
      'update organization_import set rows_read = greatest(rows_read, $2), worked_at = $3 where id = $1',
      [id, rowsRead, at],
    );
  }

  /** The lists that the worker should be reading and has not touched since some time; taken, so that another look finds none. */
  async takeStalledImports(since: Date, at: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `update organization_import set worked_at = $2
        where state in ('${OrganizationImportState.CHECKING}', '${OrganizationImportState.IMPORTING}')
          and coalesce(worked_at, changed_at) < $1
       returning id`,
      [since, at],
    );
    return rows.map(({ id }) => id);
  }

  async saveReport(id: string, report: ImportReport, at: Date): Promise<void> {
    const { state, rowsRead, outcome, problems, failure } = report;
    await this.transactions.query(
      `update organization_import set state = $2, rows_read = $3, outcome = $4, problems = $5, failure = $6,
         changed_at = $7 where id = $1`,
      [
        id,
        state,
        rowsRead,
        outcome && JSON.stringify(outcome),
        JSON.stringify(problems),
        failure && JSON.stringify(failure),
        at,
      ],
    );
  }
}
