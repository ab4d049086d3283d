import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { abandonedSince, SchedulingLeftOut, SchedulingRun } from './scheduling-run.entity.js';
import { ACTIVE_RUN, type LeftOutCause, SchedulingState, type SchedulingStop } from './scheduling.enums.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** A run, and the worker's claim on it. */
export interface ClaimedRun {
  readonly id: string;
  readonly claim: string;
}

/** Every query on runs of the scheduler. */
@Injectable()
export class SchedulingRunsRepository {
  constructor(private readonly transactions: Transactions) {}

  findRun(id: string): Promise<SchedulingRun | null> {
    return this.runs.findOneBy({ id });
  }

  /** A run, kept from others. */
  lockRun(id: string): Promise<SchedulingRun | null> {
    return this.runs.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The run of an event that is not over, kept from others. */
  lockActiveRun(eventId: string): Promise<SchedulingRun | null> {
    return this.runs
      .createQueryBuilder('run')
      .setLock('pessimistic_write')
      .where('run.eventId = :eventId and run.state = any(:active)', { eventId, active: ACTIVE_RUN })
      .getOne();
  }

  /** Runs that may be dead, the oldest first. */
  async findSilentRunIds(now: Date): Promise<string[]> {
    const { runningSince, waitingSince } = abandonedSince(now);
    const rows = await this.transactions.query<{ id: string }>(
      `select id from scheduling_run
        where (state = '${SchedulingState.RUNNING}' and coalesce(heartbeat_at, created_at) < $1)
           or (state = '${SchedulingState.QUEUED}' and created_at < $2)
        order by id`,
      [runningSince, waitingSince],
    );
    return rows.map(({ id }) => id);
  }

  async insertRun(run: SchedulingRun): Promise<void> {
    await this.runs.insert({ ...run });
  }

  async saveRun(run: SchedulingRun): Promise<void> {
    const { id, ...columns } = run;
    await this.runs.update({ id }, columns);
  }

  /** Takes up a run that waits, or whose worker has not been heard of since; null when there is nothing to take up. */
  async claimRun({ id, claim }: ClaimedRun, at: Date, silentSince: Date): Promise<SchedulingRun | null> {
    const rows = await this.transactions.query(
      `update scheduling_run
          set state = '${SchedulingState.RUNNING}', attempts = attempts + 1, claim = $2, heartbeat_at = $3,
              started_at = coalesce(started_at, $3)
        where id = $1 and (state = '${SchedulingState.QUEUED}'
                           or (state = '${SchedulingState.RUNNING}' and heartbeat_at < $4)) returning id`,
      [id, claim, at, silentSince],
    );
    return rows.length > 0 ? this.findRun(id) : null;
  }

  /** Notes how far a run is; gives how it is to be stopped, or `LOST` when it is somebody else's by now. */
  async noteProgress(
    { id, claim }: ClaimedRun,
    progress: Pick<SchedulingRun, 'phase' | 'meetings' | 'bound'>,
    at: Date,
  ): Promise<SchedulingStop | 'LOST' | null> {
    const { phase, meetings, bound } = progress;
    const [row] = await this.transactions.query<{ stop: SchedulingStop | null }>(
      `update scheduling_run set phase = $3, meetings = $4, bound = $5, heartbeat_at = $6
        where id = $1 and claim = $2 and state = '${SchedulingState.RUNNING}' returning stop`,
      [id, claim, phase, meetings, bound, at],
    );
    return row ? row.stop : 'LOST';
  }

  /** A page of an event's runs, the latest first. */
  findRunPage(eventId: string, wish: PageWish): Promise<Connection<SchedulingRun>> {
    const list = this.runs.createQueryBuilder('run').where('run.eventId = :eventId', { eventId });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  async insertLeftOut(rows: readonly SchedulingLeftOut[]): Promise<void> {
    for (let from = 0; from < rows.length; from += 1000)
      await this.leftOut.insert(rows.slice(from, from + 1000).map((row) => ({ ...row })));
  }

  /** A page of what a run left out, the first first. */
  findLeftOutPage(
    filter: { runId: string; cause?: LeftOutCause | null },
    wish: PageWish,
  ): Promise<Connection<SchedulingLeftOut>> {
    const list = this.leftOut.createQueryBuilder('pair').where('pair.runId = :runId', filter);
    if (filter.cause) list.andWhere('pair.cause = :cause', { cause: filter.cause });
    return keysetPage(list, [{ property: 'id', direction: 'ASC' }], wish);
  }

  /** How many pairs some runs left out, by cause. */
  countCauses(runIds: readonly string[]): Promise<{ runId: string; cause: LeftOutCause; pairs: number }[]> {
    return this.transactions.query(
      `select run_id as "runId", cause, count(*)::int as pairs from scheduling_left_out
        where run_id = any($1) group by 1, 2 order by 3 desc, 2`,
      [runIds],
    );
  }

  /** Published meetings that the schedule of an event's latest run has no place for. */
  async findDroppedMeetingIds(eventId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select meeting_id as id from scheduling_left_out
        where meeting_id is not null
          and run_id = (select id from scheduling_run where event_id = $1 and state = '${SchedulingState.DONE}'
                         order by id desc limit 1)
        order by id`,
      [eventId],
    );
    return rows.map(({ id }) => id);
  }

  private get runs(): Repository<SchedulingRun> {
    return this.transactions.manager.getRepository(SchedulingRun);
  }

  private get leftOut(): Repository<SchedulingLeftOut> {
    return this.transactions.manager.getRepository(SchedulingLeftOut);
  }
}
