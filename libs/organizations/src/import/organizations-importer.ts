import { databaseGone, jobKind, Jobs, Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { basename } from 'node:path';
import { OrganizationImportRepository } from './organization-import.repository.js';
import { ListFileError, type ListRow } from './reading/list-row.js';
import { openListFile } from './reading/open-list-file.js';
import { type ColumnMapping, ColumnReport, type ListColumn, mapColumns } from './rows/column-mapping.js';
import type { ImportedOrganization, RowProblem, UnderstoodRow } from './rows/imported-organization.js';
import { RowParser } from './rows/row-parser.js';

/** Ordered by an import: derive capabilities from business scopes that were not derived yet, then index. */
export const DERIVE_CAPABILITIES = jobKind<Record<string, never>>('derive-capabilities', {
  expireSeconds: 3600,
  retries: 20,
});

const BATCH = 4000;
/** Rows that the preview shows as they were understood. */
const MAX_FIRST_ROWS = 5;
/** SQLSTATE of a full disk. */
const DISK_FULL = '53100';

/** A row that was not imported, with its cells as they stood, for the file of errors. */
export interface RejectedRow {
  readonly row: ListRow;
  readonly problems: readonly RowProblem[];
}

/** What an import did. */
export interface ImportOutcome {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: number;
  /** What became of each column of the list. */
  readonly columns: readonly ListColumn[];
  /** The first rows as they were understood. */
  readonly firstRows: readonly UnderstoodRow[];
}

/** How an import is to go, and whom it tells. */
export interface ImportWish {
  readonly path: string;
  /** Only say what would happen. */
  readonly preview: boolean;
  onHeader(header: readonly string[]): void;
  onRejected(rejected: RejectedRow): void;
  onWarning(problem: RowProblem): void;
  onProgress(rows: number): void;
}

function explain(error: unknown): unknown {
  if ((error as { code?: string }).code === DISK_FULL) return new ListFileError('IMPORT_DISK_FULL');
  return databaseGone(error) ? new ListFileError('IMPORT_DATABASE_GONE') : error;
}

/** Undoes a preview: thrown inside the transaction once everything has been counted. */
class PreviewEnds extends Error {}

/**
 * Imports a list of organizations in one transaction: all good rows or, when the file or the machine fails on the way,
 * none. Doing it again changes nothing. Capabilities and the index follow in jobs that it orders in the same
 * transaction.
 */
@Injectable()
export class OrganizationsImporter {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: OrganizationImportRepository,
    private readonly reader: RowParser,
    private readonly jobs: Jobs,
  ) {}

  /** Carries out an import or its preview. */
  async importList(wish: ImportWish): Promise<ImportOutcome> {
    let counts = new Counts();
    try {
      await this.transactions.run(async () => {
        counts = new Counts();
        if (!(await this.repository.lockImport())) throw new ListFileError('IMPORT_RUNNING');
        await this.mergeFile(wish, counts);
        if (wish.preview) throw new PreviewEnds();
        if (counts.created + counts.updated > 0) await this.jobs.enqueue(DERIVE_CAPABILITIES, {});
      });
    } catch (error) {
      if (!(error instanceof PreviewEnds)) throw explain(error);
    }
    return counts.outcome();
  }

  private async mergeFile(wish: ImportWish, counts: Counts): Promise<void> {
    let columns: ColumnMapping | undefined;
    const sourceName = basename(wish.path);
    const lines = new Map<string, number>();
    let batch: ImportedOrganization[] = [];
    const flush = async () => {
      counts.add(await this.repository.mergeRows(batch, sourceName));
      batch = [];
      wish.onProgress(counts.rows);
    };
    for await (const row of openListFile(wish.path)) {
      if (!columns) {
        columns = mapColumns(row.cells);
        counts.report = new ColumnReport(row.cells, columns);
        wish.onHeader(row.cells);
        continue;
      }
      counts.rows++;
      counts.report?.note(row.cells);
      const organization = this.readRow(row, columns, lines, wish, counts);
      if (organization) batch.push(organization);
      if (batch.length >= BATCH) await flush();
    }
    if (batch.length > 0) await flush();
  }

  private readRow(
    row: ListRow,
    columns: ColumnMapping,
    lines: Map<string, number>,
    wish: ImportWish,
    counts: Counts,
  ): ImportedOrganization | null {
    const { organization, problems } = this.reader.readRow(row, columns);
    const first = organization && lines.get(organization.creditCode);
    const all: readonly RowProblem[] = first
      ? [
          ...problems,
          {
            line: row.line,
            column: 'creditCode',
            code: 'ROW_CREDIT_CODE_TWICE',
            params: { line: first },
            severity: 'REJECTED',
          },
        ]
      : problems;
    for (const problem of all) if (problem.severity === 'WARNING') wish.onWarning(problem);
    counts.warnings += all.filter((problem) => problem.severity === 'WARNING').length;
    if (!organization || first) {
      counts.rejected++;
      wish.onRejected({ row, problems: all });
      return null;
    }
    lines.set(organization.creditCode, row.line);
    counts.show(organization, row.line);
    return organization;
  }
}

/** Running totals of an import. */
class Counts {
  rows = 0;
  rejected = 0;
  warnings = 0;
  created = 0;
  updated = 0;
  report: ColumnReport | undefined;
  private unchanged = 0;
  private readonly firstRows: UnderstoodRow[] = [];

  show({ normalisedName: _, ...organization }: ImportedOrganization, line: number): void {
    if (this.firstRows.length < MAX_FIRST_ROWS) this.firstRows.push({ line, ...organization });
  }

  add(batch: { created: number; updated: number; unchanged: number }): void {
    this.created += batch.created;
    this.updated += batch.updated;
    this.unchanged += batch.unchanged;
  }

  outcome(): ImportOutcome {
    const { rows, created, updated, unchanged, rejected, warnings, firstRows } = this;
    const columns = this.report?.list() ?? [];
    return { rows, created, updated, unchanged, rejected, warnings, columns, firstRows };
  }
}
