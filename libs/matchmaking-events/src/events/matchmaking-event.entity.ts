import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalSchedule, ResolvedSchedule } from '../schedule/local-schedule.js';
import type { LocalTimeOccurrence } from '../schedule/local-time-occurrence.enum.js';
import { type EventKind, EventState, type StoredEventState } from './matchmaking-event.enums.js';

/** What an event is about: a trade concept, or a word that the vocabulary does not know. */
export interface EventConcept {
  readonly conceptId: string | null;
  readonly kind: string;
  readonly text: string;
  /** Importance, 0 to 1. */
  readonly weight: number;
}

/** What an organizer may say about an event; what is left out stays as it is. */
export type EventTerms = Partial<
  Pick<
    MatchmakingEvent,
    | 'kind'
    | 'title'
    | 'description'
    | 'regionCode'
    | 'venue'
    | 'address'
    | 'onlineUrl'
    | 'industryCodes'
    | 'themes'
  > & { schedule: ResolvedSchedule }
>;

/** An occasion that brings buyers and suppliers together: a docking session, a fair, a forum, a training. */
@Entity('matchmaking_event')
@Index('matchmaking_event_organization_id_starts_at_id_idx', ['organizationId', 'startsAt', 'id'])
@Index('matchmaking_event_listed', { synchronize: false })
export class MatchmakingEvent {
  @PrimaryColumn('uuid')
  id!: string;

  /** The organizer. */
  @ForeignKey('Organization')
  @Column('uuid')
  organizationId!: string;

  @Column('text')
  kind!: EventKind;

  /** What was decided; see {@link stateAt} for where the event stands. */
  @Column('text', { name: 'state', default: EventState.DRAFT })
  decidedState!: StoredEventState;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** GB/T 2260, most specific. */
  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('text', { nullable: true })
  venue!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  onlineUrl!: string | null;

  @Column('text')
  zone!: string;

  @Column('text')
  startsLocal!: string;

  @Column('text', { nullable: true })
  startsOccurrence!: LocalTimeOccurrence | null;

  @Column('text')
  endsLocal!: string;

  @Column('text', { nullable: true })
  endsOccurrence!: LocalTimeOccurrence | null;

  /** Derived from the local time and the zone. */
  @Column('timestamptz')
  startsAt!: Date;

  /** Derived from the local time and the zone. */
  @Column('timestamptz')
  endsAt!: Date;

  /** GB/T 4754 with the section letter. */
  @Column('text', { array: true, default: () => "'{}'" })
  industryCodes!: string[];

  /** The organizer's own words for what it is about. */
  @Column('text', { array: true, default: () => "'{}'" })
  themes!: string[];

  @Column('jsonb', { default: () => "'[]'" })
  extractedConcepts!: EventConcept[];

  @Column('text', { nullable: true })
  cancellationReason!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('int', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  /** An organizer begins to describe an event; the first description makes it version 1. */
  static draft(id: string, organizationId: string, at: Date): MatchmakingEvent {
    return Object.assign(new MatchmakingEvent(), BLANK, {
      id,
      organizationId,
      industryCodes: [],
      themes: [],
      extractedConcepts: [],
      createdAt: at,
      updatedAt: at,
    });
  }

  get schedule(): LocalSchedule {
    const { zone, startsLocal, startsOccurrence, endsLocal, endsOccurrence } = this;
    return { zone, startsLocal, startsOccurrence, endsLocal, endsOccurrence };
  }

  /** Whether it was ever announced, so that everybody may know of it and of its cancellation. */
  get announced(): boolean {
    return this.publishedAt !== null;
  }

  /** Whether one knows where to go: a venue in a region, or a link. */
  get hasPlace(): boolean {
    return this.onlineUrl !== null || (this.venue !== null && this.regionCode !== null);
  }

  /** Where it stands; an announced event is finished when its end has passed. */
  stateAt(now: Date): EventState {
    if (this.decidedState === EventState.PUBLISHED && this.endsAt <= now) return EventState.FINISHED;
    return this.decidedState;
  }

  /** The organizer says something about it. */
  describe({ schedule, ...terms }: EventTerms, at: Date): void {
    const said = Object.entries({ ...terms, ...schedule }).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(said));
    this.touch(at);
  }

  /** Sets what it is about, as found in its texts. */
  classify(concepts: readonly EventConcept[]): void {
    this.extractedConcepts = [...concepts];
  }

  /** It is announced: a draft that has a place and is not over. */
  publish(at: Date): void {
    if (this.decidedState !== EventState.DRAFT) throw new Error('only a draft is published');
    if (!this.hasPlace || this.endsAt <= at) throw new Error('it has no place or is over');
    this.decidedState = EventState.PUBLISHED;
    this.publishedAt = at;
    this.touch(at);
  }

  /** It is called off before it is over. */
  cancel(reason: string, at: Date): void {
    const state = this.stateAt(at);
    if (state !== EventState.DRAFT && state !== EventState.PUBLISHED)
      throw new Error(`it is ${state} already`);
    this.decidedState = EventState.CANCELLED;
    this.cancellationReason = reason;
    this.cancelledAt = at;
    this.touch(at);
  }

  private touch(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}

const BLANK = {
  decidedState: EventState.DRAFT as const,
  description: null,
  regionCode: null,
  venue: null,
  address: null,
  onlineUrl: null,
  startsOccurrence: null,
  endsOccurrence: null,
  cancellationReason: null,
  publishedAt: null,
  cancelledAt: null,
  version: 0,
};
