import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalSchedule, ResolvedSchedule } from './local-schedule.js';
import {
  type EventKind,
  EventState,
  type LocalTimeOccurrence,
  type StoredEventState,
} from './matchmaking-event.enums.js';

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
    | 'halls'
    | 'conceptIds'
    | 'chains'
  > & { schedule: ResolvedSchedule }
>;

/** An occasion that brings buyers and suppliers together: a docking session, a fair, a forum, a training. */
@Entity('matchmaking_event')
@Index('matchmaking_event_organization_id_starts_at_id_idx', ['organizationId', 'startsAt', 'id'])
@Index('matchmaking_event_listed', { synchronize: false })
@Index('matchmaking_event_series_id_starts_at_idx', ['seriesId', 'startsAt'])
@Index('matchmaking_event_co_organizer_ids_idx', { synchronize: false })
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

  /** Halls of the venue that it uses. */
  @Column('text', { array: true, default: () => "'{}'" })
  halls!: string[];

  /** Trade concepts that the organizer named. */
  @Column('text', { array: true, default: () => "'{}'" })
  conceptIds!: string[];

  /** Industrial chains that it is for, such as 新能源汽车. */
  @Column('text', { array: true, default: () => "'{}'" })
  chains!: string[];

  /** Organizations that agreed to organize it together with the organizer. */
  @Column('uuid', { array: true, default: () => "'{}'" })
  coOrganizerIds!: string[];

  /** Organizations that were asked to and have not answered. */
  @Column('uuid', { array: true, default: () => "'{}'" })
  invitedCoOrganizerIds!: string[];

  @Column('timestamptz', { nullable: true })
  registrationOpenedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  registrationClosesAt!: Date | null;

  /** What all editions of a recurring event have in common. */
  @Column('uuid', { nullable: true })
  seriesId!: string | null;

  /** The edition that it began as a copy of. */
  @ForeignKey('MatchmakingEvent')
  @Column('uuid', { nullable: true })
  copiedFromId!: string | null;

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
      halls: [],
      conceptIds: [],
      chains: [],
      coOrganizerIds: [],
      invitedCoOrganizerIds: [],
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

  /** Where it stands: what was decided, and for an announced event what its times say. */
  stateAt(now: Date): EventState {
    if (this.decidedState !== EventState.PUBLISHED) return this.decidedState;
    if (this.endsAt <= now) return EventState.FINISHED;
    if (this.startsAt <= now) return EventState.RUNNING;
    return this.registrationOpenAt(now) ? EventState.REGISTRATION_OPEN : EventState.PUBLISHED;
  }

  /** Whether organizations can register: from its opening until its closing, at the latest the end of the event. */
  registrationOpenAt(now: Date): boolean {
    if (this.decidedState !== EventState.PUBLISHED || !this.registrationOpenedAt) return false;
    const closes = this.registrationClosesAt ?? this.endsAt;
    return this.registrationOpenedAt <= now && now < closes && now < this.endsAt;
  }

  /** Whether an organization organizes it, first or together with others. */
  organizedBy(organizationId: string): boolean {
    return this.organizationId === organizationId || this.coOrganizerIds.includes(organizationId);
  }

  /** The organizer says something about it. */
  describe({ schedule, ...terms }: EventTerms, at: Date): void {
    const said = Object.entries({ ...terms, ...schedule }).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(said));
    this.touch(at);
  }

  /** It begins as a further edition of an event, with what was said of that one, at another time. */
  continueFrom(original: MatchmakingEvent, schedule: ResolvedSchedule, at: Date): void {
    const { kind, title, description, regionCode, venue, address, onlineUrl } = original;
    const { industryCodes, themes, halls, conceptIds, chains } = original;
    const place = { regionCode, venue, address, onlineUrl, halls };
    this.describe(
      { kind, title, description, ...place, industryCodes, themes, conceptIds, chains, schedule },
      at,
    );
    this.coOrganizerIds = [];
    this.seriesId = original.seriesId;
    this.copiedFromId = original.id;
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
    if (state === EventState.CANCELLED || state === EventState.FINISHED)
      throw new Error(`it is ${state} already`);
    this.decidedState = EventState.CANCELLED;
    this.cancellationReason = reason;
    this.cancelledAt = at;
    this.touch(at);
  }

  /** Organizations can register from now on, until it is said that they no longer can. */
  openRegistration(closesAt: Date | null, at: Date): void {
    this.registrationOpenedAt ??= at;
    this.registrationClosesAt = closesAt;
    this.touch(at);
  }

  /** Nobody registers from now on. */
  closeRegistration(at: Date): void {
    this.registrationClosesAt = at;
    this.touch(at);
  }

  /** An organization is asked to organize it, too. */
  inviteCoOrganizer(organizationId: string, at: Date): void {
    this.invitedCoOrganizerIds = [...this.invitedCoOrganizerIds, organizationId];
    this.touch(at);
  }

  /** An organization that was asked says yes or no, or leaves again. */
  settleCoOrganizer(organizationId: string, takesPart: boolean, at: Date): void {
    const others = (ids: readonly string[]) => ids.filter((id) => id !== organizationId);
    this.invitedCoOrganizerIds = others(this.invitedCoOrganizerIds);
    this.coOrganizerIds = [...others(this.coOrganizerIds), ...(takesPart ? [organizationId] : [])];
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
  registrationOpenedAt: null,
  registrationClosesAt: null,
  seriesId: null,
  copiedFromId: null,
  version: 0,
};
