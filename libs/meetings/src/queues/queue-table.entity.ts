import { newId } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Where a call number stands. */
export enum QueueNumberState {
  WAITING = 'WAITING',
  CALLED = 'CALLED',
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
  GIVEN_BACK = 'GIVEN_BACK',
}

registerEnumType(QueueNumberState, {
  name: 'QueueNumberState',
  description: 'Where a call number stands.',
  valuesMap: {
    WAITING: { description: 'It waits to be called.' },
    CALLED: { description: 'It is called, and the talk may be on.' },
    DONE: { description: 'They have talked.' },
    SKIPPED: { description: 'Nobody came when it was called; it can be called again.' },
    GIVEN_BACK: { description: 'Who drew it does not want to talk any more.' },
  },
});

/** Numbers that wait or are called: of these a participant has one at a table at most. */
export const LIVE_NUMBERS: readonly QueueNumberState[] = [QueueNumberState.WAITING, QueueNumberState.CALLED];

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

  static create(
    given: Pick<QueueTable, 'eventId' | 'registrationId' | 'label' | 'minutesEach'>,
    at: Date,
  ): QueueTable {
    return Object.assign(new QueueTable(), {
      id: newId(),
      ...given,
      open: true,
      lastNumber: 0,
      createdAt: at,
    });
  }

  /** Draws the next number. The caller has locked the table. */
  draw(registrationId: string, at: Date): QueueNumber {
    this.lastNumber += 1;
    return Object.assign(new QueueNumber(), {
      id: newId(),
      queueTableId: this.id,
      registrationId,
      number: this.lastNumber,
      state: QueueNumberState.WAITING,
      calls: 0,
      drawnAt: at,
      calledAt: null,
      endedAt: null,
    });
  }

  reopen(minutesEach: number): void {
    this.open = true;
    this.minutesEach = minutesEach;
  }

  close(): void {
    this.open = false;
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
