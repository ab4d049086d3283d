import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LIVE_NUMBERS, QueueNumberState } from './queue.enums.js';

/** A participant's table or booth at which one talks by call number, beside the slots of the same event. */
@Entity('queue_table')
@Unique('queue_table_event_id_label_key', ['eventId', 'label'])
@Index('queue_table_registration_id_idx', ['registrationId'])
export class QueueTable {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  /** Whose table it is: who sits there and calls. */
  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId!: string;

  @Column('text')
  label!: string;

  /** How long a talk is expected to take, in minutes, until it is known from those that were. */
  @Column('int')
  minutesEach!: number;

  /** Whether numbers can be drawn. Those that were drawn are called also when it is closed. */
  @Column('boolean')
  open!: boolean;

  /** The highest number that was drawn. */
  @Column('int', { default: 0 })
  lastNumber!: number;

  @Column('timestamptz')
  createdAt!: Date;

  /** The next number; whoever takes it has locked the table. */
  take(): number {
    this.lastNumber += 1;
    return this.lastNumber;
  }
}

/** A number that a participant drew at a queue table, and what became of it. */
@Entity('queue_number')
@Unique('queue_number_queue_table_id_number_key', ['queueTableId', 'number'])
@Index('queue_number_one_at_a_time', { synchronize: false })
@Index('queue_number_one_called', { synchronize: false })
@Index('queue_number_registration_id_id_idx', ['registrationId', 'id'])
export class QueueNumber {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('QueueTable', { onDelete: 'CASCADE' })
  @Column('uuid')
  queueTableId!: string;

  /** Who drew it. */
  @ForeignKey('EventRegistration', { onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId!: string;

  /** From 1, in the order of drawing. */
  @Column('int')
  number!: number;

  @Column('text')
  state!: QueueNumberState;

  /** How often it was called. */
  @Column('int', { default: 0 })
  calls!: number;

  @Column('timestamptz')
  drawnAt!: Date;

  /** When it was called last. */
  @Column('timestamptz', { nullable: true })
  calledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Whether it waits or is called. */
  get live(): boolean {
    return LIVE_NUMBERS.includes(this.state);
  }

  /** Whether it can be called, for the first time or again. */
  get callable(): boolean {
    return this.live || this.state === QueueNumberState.SKIPPED;
  }

  /** It is called; one that was passed over comes back thereby. */
  call(at: Date): void {
    if (!this.callable) throw new Error(`the number is ${this.state}`);
    this.state = QueueNumberState.CALLED;
    this.calls += 1;
    this.calledAt = at;
    this.endedAt = null;
  }

  /** The talk is over, or nobody came. */
  finish(state: QueueNumberState.DONE | QueueNumberState.SKIPPED, at: Date): void {
    if (this.state !== QueueNumberState.CALLED) throw new Error(`the number is ${this.state}`);
    this.state = state;
    this.endedAt = at;
  }

  /** Who drew it lets others go ahead. */
  giveBack(at: Date): void {
    if (!this.live) throw new Error(`the number is ${this.state}`);
    this.state = QueueNumberState.GIVEN_BACK;
    this.endedAt = at;
  }
}
