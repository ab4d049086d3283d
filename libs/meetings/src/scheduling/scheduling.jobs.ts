import { JobHandler, jobKind, Transactions } from '@app/database';
import { Clock, newId, reportProblem } from '@app/kernel';
import { UnlawfulSchedule } from '@app/meeting-scheduler';
import { Injectable } from '@nestjs/common';
import { EventFactsReader } from './event-facts.reader.js';
import { makeSchedule } from './make-schedule.js';
import { type RunProgress, RunWatch } from './run-watch.js';
import type { SchedulingRun } from './scheduling-run.entity.js';
import { silentSince } from './scheduling-run.entity.js';
import { SchedulingFeed, SchedulingRunWriter } from './scheduling-run.writer.js';
import { type ClaimedRun, SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { SchedulingState } from './scheduling.enums.js';

/** The run that a worker is to carry out. */
export interface RunSchedulingOrder {
  readonly runId: string;
}

/** A job that takes longer than the expiry counts as lost and is retried. */
export const RUN_SCHEDULING = jobKind<RunSchedulingOrder>('run-scheduling', {
  expireSeconds: 240,
  retries: 4,
});

/** How many workers may take up a run before it fails. */
const MAX_ATTEMPTS = 3;

/**
 * Makes the schedule of a run. When a worker dies, another one takes up the run with the data as it is then; after
 * {@link MAX_ATTEMPTS} attempts the run fails.
 */
@Injectable()
export class RunSchedulingJob extends JobHandler<RunSchedulingOrder> {
  readonly kind = RUN_SCHEDULING;

  constructor(
    private readonly runs: SchedulingRunsRepository,
    private readonly facts: EventFactsReader,
    private readonly writer: SchedulingRunWriter,
    private readonly feed: SchedulingFeed,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ runId }: RunSchedulingOrder): Promise<void> {
    const claimed = { id: runId, claim: newId() };
    const now = this.clock.now();
    const run = await this.runs.claimRun(claimed, now, silentSince(now));
    if (run) return this.carryOut(run, claimed);
    const other = await this.runs.findRun(runId);
    if (other?.state === SchedulingState.RUNNING) throw new Error('another worker has the run; retry later');
  }

  private async carryOut(run: SchedulingRun, claimed: ClaimedRun): Promise<void> {
    if (run.attempts > MAX_ATTEMPTS) return this.writer.failRun(claimed, 'SCHEDULING_ABANDONED');
    const watch = new RunWatch((progress) => this.noteProgress(claimed, progress));
    try {
      await watch.noteNow();
      const facts = await this.facts.readFacts(run.eventId);
      const made = await makeSchedule(facts, await this.facts.readWishedMeetings(facts), run, watch);
      if (watch.discarded) return await this.writer.discardSchedule(claimed);
      await this.writer.storeSchedule(claimed, made);
    } catch (error) {
      reportProblem('scheduling', error);
      const code = error instanceof UnlawfulSchedule ? 'SCHEDULE_UNLAWFUL' : 'SCHEDULING_BROKE';
      await this.writer.failRun(claimed, code);
    } finally {
      watch.end();
    }
  }

  private async noteProgress(claimed: ClaimedRun, progress: RunProgress) {
    const answer = await this.runs.noteProgress(claimed, progress, this.clock.now());
    await this.feed.announceProgress(claimed.id);
    return answer;
  }
}

/** Ends dead scheduling runs, on which no worker is active any more, so that organizers get a notice. */
@Injectable()
export class CloseDeadRunsJob extends JobHandler {
  readonly kind = jobKind('close-dead-runs', { expireSeconds: 60 });
  override readonly timer = { cron: '* * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly runs: SchedulingRunsRepository,
    private readonly writer: SchedulingRunWriter,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Checks each run again under its lock, in a transaction of its own: two jobs at once end a run once. */
  async handle(): Promise<void> {
    for (const id of await this.runs.findSilentRunIds(this.clock.now()))
      await this.transactions.run(async () => {
        const run = await this.runs.lockRun(id);
        if (run) await this.writer.closeAbandonedRun(run, this.clock.now());
      });
  }
}
