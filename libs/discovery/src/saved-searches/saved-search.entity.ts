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

/** How often a person is told. */
export enum AlertFrequency {
  AS_IT_HAPPENS = 'AS_IT_HAPPENS',
  DAILY = 'DAILY',
  OFF = 'OFF',
}

registerEnumType(AlertFrequency, {
  name: 'AlertFrequency',
  description: 'How often a person is told of what a saved search finds.',
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

/** What its owner may say about a saved search; what is left out stays as it is. */
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

  /** The buyer or supplier whose thing it is: whoever leaves it is told no more. */
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

  /** A person begins to wait. */
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

  /** Whether its owner is to be told of what it finds. */
  get active(): boolean {
    return !this.paused && this.frequency !== AlertFrequency.OFF;
  }

  /** Its owner renames it, stops it or goes on, wants to be told otherwise. */
  change(terms: SavedSearchTerms, at: Date): void {
    Object.assign(this, Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)));
    this.nextDigestAt = nextDigest(this.zone, at);
    this.updatedAt = at;
  }

  /** The link in a message ended it. */
  unsubscribe(at: Date): void {
    this.frequency = AlertFrequency.OFF;
    this.updatedAt = at;
  }

  /** Its owner was told. */
  told(at: Date): void {
    this.lastAlertAt = at;
    this.nextDigestAt = nextDigest(this.zone, at);
  }
}
