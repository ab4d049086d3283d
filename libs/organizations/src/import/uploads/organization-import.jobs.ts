import { JobHandler, jobKind, Jobs, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OrganizationsImporter, type ImportOutcome } from '../organizations-importer.js';
import { ListFileError } from '../reading/list-row.js';
import type { RowProblem } from '../rows/imported-organization.js';
import { OrganizationImportState } from './organization-import.graphql.js';
import type { OrganizationImport } from './organization-import.js';
import { OrganizationImportsRepository } from './organization-imports.repository.js';
import { IMPORT_LIST } from './organization-imports.service.js';

const { CHECKED, CHECKING, FAILED, IMPORTED, IMPORTING } = OrganizationImportState;
const PROGRESS_MS = 1000;
const MOST_PROBLEMS = 200;
/** A list at which the worker has failed or died so often is given up: it would be read, and kill the worker, for ever. */
export const MAX_ATTEMPTS = 5;

/**
 * Checks or imports an uploaded list. What an import did and the list's new state are stored in one transaction, so
 * that an order that comes twice finds the list done.
 */
@Injectable()
export class ImportListJob extends JobHandler<{ importId: string }> {
  readonly kind = IMPORT_LIST;

  constructor(
    private readonly imports: OrganizationImportsRepository,
    private readonly importer: OrganizationsImporter,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ importId }: { importId: string }): Promise<void> {
    const list = await this.imports.findImport(importId);
    if (list?.state !== CHECKING && list?.state !== IMPORTING) return;
    const attempts = await this.imports.countAttempt(importId, this.clock.now());
    if (attempts > MAX_ATTEMPTS) {
      await this.fail(list, new ListFileError('IMPORT_GIVEN_UP', { attempts: MAX_ATTEMPTS }));
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), 'lianqiao-import-'));
    try {
      const path = join(folder, list.fileName);
      await pipeline(Readable.from(this.imports.readParts(importId)), createWriteStream(path));
      await this.read(list, path);
    } catch (error) {
      if (!(error instanceof ListFileError)) throw error;
      await this.fail(list, error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async read(list: OrganizationImport, path: string): Promise<void> {
    const problems: RowProblem[] = [];
    const progress = this.watch(list.id);
    const preview = list.state === CHECKING;
    const note = (more: readonly RowProblem[]) =>
      void problems.push(...more.slice(0, MOST_PROBLEMS - problems.length));
    const wish = {
      path,
      preview,
      onHeader: () => undefined,
      onRejected: (rejected: { problems: readonly RowProblem[] }) => note(rejected.problems),
      onWarning: (problem: RowProblem) => note([problem]),
      onProgress: progress.reach,
    };
    try {
      if (preview) await this.done(list, CHECKED, problems, await this.importer.importList(wish));
      else
        await this.transactions.run(async () => {
          problems.length = 0;
          await this.done(list, IMPORTED, problems, await this.importer.importList(wish));
          await this.imports.deleteParts(list.id);
        });
    } finally {
      progress.end();
    }
  }

  /** Writes now and then how far the work is and that it goes on; outside its transaction, which nobody sees into until it ends. */
  private watch(importId: string): { reach: (rows: number) => void; end: () => void } {
    let reached = 0;
    const timer = setInterval(() => {
      void this.imports.saveProgress(importId, reached, this.clock.now()).catch(() => undefined);
    }, PROGRESS_MS);
    return {
      reach: (rows) => {
        reached = rows;
      },
      end: () => clearInterval(timer),
    };
  }

  private async done(
    list: OrganizationImport,
    state: OrganizationImportState,
    problems: readonly RowProblem[],
    outcome: ImportOutcome,
  ): Promise<void> {
    const report = { state, rowsRead: outcome.rows, outcome, problems, failure: null };
    await this.imports.saveReport(list.id, report, this.clock.now());
  }

  /** A file that cannot be read is done with; an import that could not be carried out can be ordered again. */
  private async fail(list: OrganizationImport, { code, params }: ListFileError): Promise<void> {
    const { problems, outcome, rowsRead } = list;
    const state = list.state === CHECKING ? FAILED : CHECKED;
    await this.imports.saveReport(
      list.id,
      { state, rowsRead, outcome, problems, failure: { code, params } },
      this.clock.now(),
    );
    if (state === FAILED) await this.imports.deleteParts(list.id);
  }
}

/** A worker that reads a list says so every second; one that was silent for so long is dead. */
const SILENT_MS = 3 * 60_000;

/**
 * Orders lists anew whose worker died, for whatever reason: out of memory, killed, the machine restarted, or the job
 * used up its retries. The job itself counts its attempts and gives up, so that staff are told instead of waiting.
 */
@Injectable()
export class ResumeImportsJob extends JobHandler {
  readonly kind = jobKind('resume-organization-imports', { expireSeconds: 60 });
  override readonly timer = { cron: '* * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly imports: OrganizationImportsRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async () => {
      for (const importId of await this.imports.takeStalledImports(new Date(now.getTime() - SILENT_MS), now))
        await this.jobs.enqueue(IMPORT_LIST, { importId });
    });
  }
}
