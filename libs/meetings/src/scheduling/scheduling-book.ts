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
/** A run that is silent for so many seconds was not taken up again: its order is tried anew within a third of that. */
const ABANDONED_SECONDS = 900;
/** So many seconds a run may wait for workers that are busy with other events. */
const WAITING_SECONDS = 1800;

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
    if (active) await this.closeIfAbandoned(active, now);
  }

  /** Runs that may be abandoned; each is looked at again under its lock before it is closed. */
  silent(now: Date): Promise<string[]> {
    return this.runs.silent(before(now, ABANDONED_SECONDS), before(now, WAITING_SECONDS));
  }

  /** Closes a run, kept from others, at which nobody works any more. */
  async closeIfAbandoned(run: SchedulingRun, now: Date): Promise<void> {
    if (run.finishedAt) return;
    const patience = run.state === SchedulingState.QUEUED ? WAITING_SECONDS : ABANDONED_SECONDS;
    if (!this.isSilent(run, now, patience)) return;
    run.failure = 'SCHEDULING_ABANDONED';
    await this.close(run, SchedulingState.FAILED, now);
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

function before(now: Date, seconds: number): Date {
  return new Date(+now - seconds * 1000);
}
