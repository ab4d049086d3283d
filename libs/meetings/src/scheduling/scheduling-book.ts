import { DomainEvents } from '@app/database';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../booking/meeting-grids.repository.js';
import { SchedulingFeed } from './scheduling-feed.js';
import type { SchedulingRun } from './scheduling-run.entity.js';
import { SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { SchedulingPhase, SchedulingState, type SchedulingStop } from './scheduling.enums.js';
import { schedulingHappened } from './scheduling.events.js';

/** A worker that runs gives a sign of life every second; after so many seconds without one nobody is at the run. */
const SILENT_SECONDS = 60;
/** After so many seconds no worker takes up a run any more. */
const ABANDONED_SECONDS = 1800;

/** The book of runs of the scheduler. */
@Injectable()
export class SchedulingBook {
  constructor(
    readonly runs: SchedulingRunsRepository,
    private readonly grids: MeetingGridsRepository,
    private readonly events: DomainEvents,
    private readonly feed: SchedulingFeed,
  ) {}

  /** Whether an event has tables and a slot ahead. */
  async isSchedulable(eventId: string, now: Date): Promise<boolean> {
    const slots = await this.grids.slotsOf([eventId]);
    const tables = await this.grids.tablesOf([eventId]);
    return tables.length > 0 && slots.some(({ startsAt }) => startsAt > now);
  }

  /** Whether the worker of a run has not been heard of for long. */
  isSilent({ heartbeatAt, createdAt }: SchedulingRun, now: Date, seconds = SILENT_SECONDS): boolean {
    return +now - +(heartbeatAt ?? createdAt) > seconds * 1000;
  }

  /** A run of an event that every worker has given up makes room for another one. */
  async closeAbandoned(eventId: string, now: Date): Promise<void> {
    const active = await this.runs.lockActive(eventId);
    if (!active || !this.isSilent(active, now, ABANDONED_SECONDS)) return;
    active.failure = 'SCHEDULING_ABANDONED';
    await this.close(active, SchedulingState.FAILED, now);
  }

  async open(run: SchedulingRun): Promise<void> {
    await this.runs.insert(run);
    await this.events.record(schedulingHappened('SchedulingStarted', run));
  }

  /** It is over. */
  async close(run: SchedulingRun, state: SchedulingState, at: Date): Promise<void> {
    Object.assign(run, { state, phase: SchedulingPhase.DONE, finishedAt: at });
    await this.runs.save(run);
    await this.events.record(schedulingHappened('SchedulingEnded', run));
    await this.feed.announce(run.id);
  }

  /** Its worker is asked to stop. */
  async ask(run: SchedulingRun, stop: SchedulingStop): Promise<void> {
    run.stop = stop;
    await this.runs.save(run);
  }
}
