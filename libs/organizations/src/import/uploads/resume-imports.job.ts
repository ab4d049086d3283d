import { JobHandler, jobKind, Jobs, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { IMPORT_LIST } from './import-list.job-kind.js';
import { OrganizationImportsRepository } from './organization-imports.repository.js';

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
      for (const importId of await this.imports.takeSilent(new Date(now.getTime() - SILENT_MS), now))
        await this.jobs.enqueue(IMPORT_LIST, { importId });
    });
  }
}
