import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  AdviceKind,
  LeftOutCause,
  SchedulingMode,
  SchedulingPhase,
  SchedulingState,
  SchedulingStop,
} from './scheduling.enums.js';

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
