import { newId } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  type AdviceKind,
  type LeftOutCause,
  type SchedulingMode,
  SchedulingPhase,
  SchedulingState,
  type SchedulingStop,
} from './scheduling.enums.js';

/** The most seconds that a solver may work. */
export const MAX_SOLVER_SECONDS = 60;

/** A worker sends a heartbeat every second. After so many seconds without one, another worker may take up the run. */
const SILENT_SECONDS = 60;
/** A run that is silent for so many seconds is dead: its job is retried within a third of that. */
const ABANDONED_SECONDS = 900;
/** So many seconds a run may wait while the workers are busy with other events. */
const WAITING_SECONDS = 1800;

/** A running run without a heartbeat since then has lost its worker. */
export function silentSince(now: Date): Date {
  return secondsBefore(now, SILENT_SECONDS);
}

/** Runs without a heartbeat, and waiting runs, are dead when they are older than this. */
export function abandonedSince(now: Date): { readonly runningSince: Date; readonly waitingSince: Date } {
  return {
    runningSince: secondsBefore(now, ABANDONED_SECONDS),
    waitingSince: secondsBefore(now, WAITING_SECONDS),
  };
}

function secondsBefore(now: Date, seconds: number): Date {
  return new Date(+now - seconds * 1000);
}

/** How good a schedule is, with what is known of how good it could be. */
export interface SchedulingFigures {
  /** Wished meetings that nobody declines. */
  readonly requests: number;
  readonly meetings: number;
  /** No schedule with as many MUST wishes has more meetings. */
  readonly bound: number;
  readonly proven: boolean;
  readonly musts: number;
  readonly mustsWished: number;
  readonly value: number;
  readonly valueBound: number;
  readonly leastPerParticipant: number;
  readonly idlePeriods: number;
  /** Meetings that are not where they were published. */
  readonly changes: number;
}

/** What a change would bring, found out by scheduling anew with it. */
export interface SchedulingAdvice {
  readonly kind: AdviceKind;
  readonly slotId: string | null;
  readonly registrationId: string | null;
  /** Meetings more in a schedule that was found and checked. */
  readonly gain: number;
  /** No schedule with the change gains more. */
  readonly mostGain: number;
}

/** One run of the scheduler for an event. The database lets one be active at a time. */
@Entity('scheduling_run')
@Index('scheduling_run_one_per_event', { synchronize: false })
@Index('scheduling_run_event_id_id_idx', ['eventId', 'id'])
export class SchedulingRun {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @Column('text')
  mode!: SchedulingMode;

  @Column('text')
  state!: SchedulingState;

  @Column('text')
  phase!: SchedulingPhase;

  /** How long the solver may work. */
  @Column('int')
  seconds!: number;

  /** Meetings scheduled so far. */
  @Column('int', { default: 0 })
  meetings!: number;

  /** No schedule has more; null while not known. */
  @Column('int', { nullable: true })
  bound!: number | null;

  @Column('jsonb', { nullable: true })
  figures!: SchedulingFigures | null;

  @Column('jsonb', { default: () => "'[]'" })
  advice!: SchedulingAdvice[];

  /** Code of why it failed. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('text', { nullable: true })
  stop!: SchedulingStop | null;

  /** How often a worker took it up. */
  @Column('int', { default: 0 })
  attempts!: number;

  /** Whose it is while it runs: a worker that has lost it changes nothing any more. */
  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('timestamptz', { nullable: true })
  heartbeatAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  /** A run that waits for a worker. */
  static create(given: Pick<SchedulingRun, 'eventId' | 'mode' | 'seconds'>, at: Date): SchedulingRun {
    return Object.assign(new SchedulingRun(), {
      id: newId(),
      ...given,
      state: SchedulingState.QUEUED,
      phase: SchedulingPhase.PREPARING,
      meetings: 0,
      bound: null,
      figures: null,
      advice: [],
      failure: null,
      stop: null,
      attempts: 0,
      claim: null,
      heartbeatAt: null,
      createdAt: at,
      startedAt: null,
      finishedAt: null,
    });
  }

  /** Whether a worker is active on it: it runs and has sent a heartbeat lately. */
  hasWorker(now: Date): boolean {
    return this.state !== SchedulingState.QUEUED && !this.isSilentSince(silentSince(now));
  }

  /** Whether no worker will take it up any more: it has been silent, or has waited, for too long. */
  isAbandoned(now: Date): boolean {
    if (this.finishedAt) return false;
    const { runningSince, waitingSince } = abandonedSince(now);
    return this.isSilentSince(this.state === SchedulingState.QUEUED ? waitingSince : runningSince);
  }

  /** Asks the worker to stop; it reads this with its next heartbeat. */
  requestStop(stop: SchedulingStop): void {
    this.stop = stop;
  }

  end(state: SchedulingState.DONE | SchedulingState.CANCELLED | SchedulingState.FAILED, at: Date): void {
    this.state = state;
    this.phase = SchedulingPhase.DONE;
    this.finishedAt = at;
  }

  /** Ends it with the code of the reason. */
  fail(failure: string, at: Date): void {
    this.failure = failure;
    this.end(SchedulingState.FAILED, at);
  }

  /** Ends it with a schedule. */
  complete(figures: SchedulingFigures, advice: readonly SchedulingAdvice[], at: Date): void {
    this.figures = figures;
    this.advice = [...advice];
    this.meetings = figures.meetings;
    this.bound = figures.bound;
    this.end(SchedulingState.DONE, at);
  }

  private isSilentSince(since: Date): boolean {
    return (this.heartbeatAt ?? this.createdAt) < since;
  }
}

/** A pair that wished to meet and is not in a run's schedule, and why. */
@Entity('scheduling_left_out')
@Index('scheduling_left_out_run_id_id_idx', ['runId', 'id'])
export class SchedulingLeftOut {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('SchedulingRun', { onDelete: 'CASCADE' })
  @Column('uuid')
  runId!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  buyerRegistrationId!: string;

  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  supplierRegistrationId!: string;

  /** MUST or WANT: the most that either side wished. */
  @Column('text')
  level!: string;

  @Column('text')
  cause!: LeftOutCause;

  /** The published meeting that falls out when the schedule is published. */
  @ForeignKey('Meeting', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  meetingId!: string | null;
}
