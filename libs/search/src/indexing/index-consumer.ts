import {
  declareEventConsumer,
  DomainEvents,
  type EventDelivery,
  type RelayHandler,
  Transactions,
} from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { ListingTexts } from '../embedding/listing-texts.js';
import { type DocumentSource, DocumentSources } from '../port/search-document.js';
import { SearchEngine } from '../port/search-engine.js';

/** A listing whose present state search knows, or knows to be gone. */
export interface SearchableListing {
  /** The kind of thing: `Capability`. */
  readonly aggregateType: string;
  readonly id: string;
}

/** So many events are recorded in one statement. */
const PER_STATEMENT = 500;

/** Tells the platform that changes can be found by search now: what waits for fitting listings begins here. */
@Injectable()
export class SearchableListings {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: DomainEvents,
  ) {}

  /** Records `ListingSearchable` for each; told twice when the process dies in between, never not at all. */
  async announceListings(listings: readonly SearchableListing[]): Promise<void> {
    for (let from = 0; from < listings.length; from += PER_STATEMENT) {
      const some = listings.slice(from, from + PER_STATEMENT);
      await this.transactions.run(() =>
        this.events.record(
          ...some.map(({ aggregateType, id }) => ({
            type: 'ListingSearchable',
            aggregateType,
            aggregateId: id,
          })),
        ),
      );
    }
  }
}

/** Name of the deliveries of indexing. */
export const SEARCH_INDEX_CONSUMER = 'search-index';

declareEventConsumer({
  name: SEARCH_INDEX_CONSUMER,
  types: ['OrganizationChanged', 'CapabilityChanged', 'ProcurementNeedChanged', 'MatchmakingEventChanged'],
});

/** So many deliveries are indexed at a time; a change that came many times meanwhile is indexed once. */
const BATCH = 500;

/** So many documents are read and applied at a time: one organization may show in thousands. */
const PER_CHANGE = 500;

/** Keeps the indexes up to date: re-reads what changed, and whatever shows it, and applies it to the engine. */
@Injectable()
export class IndexConsumer implements RelayHandler {
  readonly consumer = SEARCH_INDEX_CONSUMER;
  readonly batch = BATCH;

  constructor(
    private readonly sources: DocumentSources,
    private readonly engine: SearchEngine,
    private readonly searchable: SearchableListings,
    @Inject(ListingTexts) private readonly texts: Pick<ListingTexts, 'noteListings'>,
  ) {}

  /** Indexes what the deliveries speak of, then says that it can be found; a document that does not fit fails the batch, which is then bisected. */
  async handle(deliveries: readonly EventDelivery[]): Promise<readonly { id: string; reason: string }[]> {
    const changed = new Map<string, Set<string>>();
    for (const { aggregateType, aggregateId } of deliveries) {
      changed.set(aggregateType, (changed.get(aggregateType) ?? new Set()).add(aggregateId));
    }
    const refreshed: SearchableListing[] = [];
    for (const source of this.sources.listSources()) {
      const ids = await concerned(source, changed);
      await this.refresh(source, ids);
      const [aggregateType] = source.aggregateTypes;
      if (aggregateType) refreshed.push(...ids.map((id) => ({ aggregateType, id })));
    }
    await this.searchable.announceListings(refreshed);
    return [];
  }

  private async refresh(source: DocumentSource, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += PER_CHANGE) {
      const some = ids.slice(from, from + PER_CHANGE);
      const upsert = await source.load(some);
      const found = new Set(upsert.map((document) => document.id));
      const remove = some.filter((id) => !found.has(id));
      await this.engine.apply(source.index, { upsert, remove });
      await this.texts.noteListings(source.index, upsert, remove);
    }
  }
}

/** The ids of a source's documents that show something of what changed. */
async function concerned(
  source: DocumentSource,
  changed: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const [type, aggregateIds] of changed) {
    if (source.aggregateTypes.includes(type)) for (const id of aggregateIds) ids.add(id);
    if (source.dependsOn.includes(type))
      for (const id of await source.dependents(type, [...aggregateIds])) ids.add(id);
  }
  return [...ids];
}
