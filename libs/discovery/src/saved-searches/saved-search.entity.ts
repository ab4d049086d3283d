import { nextDigest } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SearchConditions } from './search-conditions.js';

/** What a person waits for. */
export enum SavedSearchSubject {
  QUERY = 'QUERY',
  NEED = 'NEED',
  CAPABILITY = 'CAPABILITY',
  ORGANIZATION = 'ORGANIZATION',
}

registerEnumType(SavedSearchSubject, {
  name: 'SavedSearchSubject',
  description: 'What a saved search waits for.',
  valuesMap: {
    QUERY: { description: 'Listings that answer a question to the search box.' },
    NEED: { description: 'Capabilities that fit a need of the organization.' },
    CAPABILITY: { description: 'Needs that fit a capability of the organization.' },
    ORGANIZATION: { description: 'Needs that fit anything that the organization offers.' },
  },
});

/** How often a person is notified. */
export enum AlertFrequency {
  AS_IT_HAPPENS = 'AS_IT_HAPPENS',
  DAILY = 'DAILY',
  OFF = 'OFF',
}

registerEnumType(AlertFrequency, {
  name: 'AlertFrequency',
  description: 'How often a person is notified of what a saved search finds.',
  valuesMap: {
    AS_IT_HAPPENS: { description: 'As soon as search knows of it.' },
    DAILY: { description: 'Once a day, at eight in the morning where the person is.' },
    OFF: { description: 'Not at all; the search is only kept.' },
  },
});

/** What a search waits for. */
export type WatchedSubject = Pick<
  SavedSearch,
  | 'subject'
  | 'listingIndex'
  | 'text'
  | 'filterInput'
  | 'conditions'
  | 'needId'
  | 'capabilityId'
  | 'organizationId'
  | 'keys'
>;

/** What the owner may change in a saved search; fields left out stay unchanged. */
export type SavedSearchTerms = Partial<Pick<SavedSearch, 'name' | 'frequency' | 'paused' | 'zone'>>;

/** A question that a person wants asked of every new listing 已存检索: of the search box, or of matching for a stored thing. */
@Entity('saved_search')
@Unique(['unsubscribeToken'])
@Index('saved_search_user_id_id_idx', ['userId', 'id'])
@Index('saved_search_need_id_idx', ['needId'])
@Index('saved_search_capability_id_idx', ['capabilityId'])
@Index('saved_search_organization_id_idx', ['organizationId'])
@Index('saved_search_keys_idx', { synchronize: false })
export class SavedSearch {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('User', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  subject!: SavedSearchSubject;

  /** The index whose listings are waited for. */
  @Column('text')
  listingIndex!: string;

  @Column('text', { nullable: true })
  text!: string | null;

  /** The filter as it was sent. */
  @Column('jsonb', { nullable: true })
  filterInput!: Record<string, unknown> | null;

  /** The question as listings are held against it; null for a stored thing. */
  @Column('jsonb', { nullable: true })
  conditions!: SearchConditions | null;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  needId!: string | null;

  @ForeignKey('Capability', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  capabilityId!: string | null;

  /** The buyer or supplier that owns the need or capability: a member who leaves it gets no more alerts. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  /** A listing has at least one of them to come into question. */
  @Column('text', { array: true })
  keys!: string[];

  @Column('text')
  frequency!: AlertFrequency;

  /** Stopped for a while: nothing is found meanwhile, and nothing is made up for afterwards. */
  @Column('boolean', { default: false })
  paused!: boolean;

  /** IANA time zone of the reader. */
  @Column('text')
  zone!: string;

  /** When the next digest is due. */
  @Column('timestamptz')
  nextDigestAt!: Date;

  /** Secret of the links that end the alerts; good for nothing else. */
  @Column('text')
  unsubscribeToken!: string;

  @Column('timestamptz', { nullable: true })
  lastAlertAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** Creates a saved search. */
  static save(
    seed: Pick<SavedSearch, 'id' | 'userId' | 'unsubscribeToken'>,
    subject: WatchedSubject,
    terms: Required<Pick<SavedSearchTerms, 'name' | 'frequency' | 'zone'>>,
    at: Date,
  ): SavedSearch {
    const search = Object.assign(new SavedSearch(), seed, subject, {
      paused: false,
      lastAlertAt: null,
      createdAt: at,
    });
    search.change(terms, at);
    return search;
  }

  /** Whether its owner wants to be notified. */
  get active(): boolean {
    return !this.paused && this.frequency !== AlertFrequency.OFF;
  }

  /** Changes its name, pause, frequency or time zone. */
  change(terms: SavedSearchTerms, at: Date): void {
    Object.assign(this, Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)));
    this.nextDigestAt = nextDigest(this.zone, at);
    this.updatedAt = at;
  }

  /** Ends the alerts, by the link in a message. */
  unsubscribe(at: Date): void {
    this.frequency = AlertFrequency.OFF;
    this.updatedAt = at;
  }

  /** Its owner was notified. */
  told(at: Date): void {
    this.lastAlertAt = at;
    this.nextDigestAt = nextDigest(this.zone, at);
  }
}
