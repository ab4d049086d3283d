import { JobHandler } from '@app/database';
import { Clock, newId, reportProblem } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { UnlawfulSchedule } from '@app/meeting-scheduler';
import { RUN_SCHEDULING, type RunSchedulingOrder } from './run-scheduling.job-kind.js';
import { ScheduleKeeper } from './schedule-keeper.js';
import { ScheduleMaker } from './schedule-maker.js';
import type { SchedulingRun } from './scheduling-run.entity.js';
import { type ClaimedRun, SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { RunWatch } from './run-watch.js';
import { SchedulingFeed } from './scheduling-feed.js';

/** A worker that has not been heard of for so long has died. */
const SILENT_SECONDS = 60;
/** How often a run is taken up before it is given up. */
const MOST_ATTEMPTS = 3;

/**
 * Makes the schedule of a run. A run that a dead worker left behind is taken up again, from the data as it then is; after
 * three attempts it is given up. Whoever has lost a run to another worker changes nothing any more.
 */
@Injectable()
export class RunSchedulingJob extends JobHandler<RunSchedulingOrder> {
  readonly kind = RUN_SCHEDULING;

  constructor(
    private readonly runs: SchedulingRunsRepository,
    private readonly maker: ScheduleMaker,
    private readonly keeper: ScheduleKeeper,
    private readonly feed: SchedulingFeed,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ runId }: RunSchedulingOrder): Promise<void> {
    const claimed = { id: runId, claim: newId() };
    const now = this.clock.now();
    const run = await this.runs.claim(claimed, now, new Date(+now - SILENT_SECONDS * 1000));
    if (run) return this.carryOut(run, claimed);
    const other = await this.runs.find(runId);
    if (other?.state === 'RUNNING') throw new Error('another worker is at it; it is asked again later');
  }

  private async carryOut(run: SchedulingRun, claimed: ClaimedRun): Promise<void> {
    if (run.attempts > MOST_ATTEMPTS) return this.keeper.fail(claimed, 'SCHEDULING_ABANDONED');
    const watch = new RunWatch((progress) => this.note(claimed, progress));
    try {
      const made = await this.maker.make(run, watch);
      if (watch.discarded) return await this.keeper.discard(claimed);
      await this.keeper.keep(claimed, made);
    } catch (error) {
      reportProblem('scheduling', error);
      const code = error instanceof UnlawfulSchedule ? 'SCHEDULE_UNLAWFUL' : 'SCHEDULING_BROKE';
      await this.keeper.fail(claimed, code);
    } finally {
      watch.end();
    }
  }

  private async note(claimed: ClaimedRun, progress: Parameters<SchedulingRunsRepository['note']>[1]) {
    const answer = await this.runs.note(claimed, progress, this.clock.now());
    await this.feed.announce(claimed.id);
    return answer;
  }
}
