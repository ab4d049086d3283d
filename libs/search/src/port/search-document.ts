import { Injectable } from '@nestjs/common';
import { INDEX_NAMES, type IndexName } from './index-schemas.js';

/** The value of a field: a code, several, an amount, or null where nothing is known. */
export type FieldValue = string | readonly string[] | number | null;

/**
 * A thing of the trade as search knows it: its texts, the concepts found in them, and facts and dates. It never
 * holds what follows from the day of asking (expiry, freshness), so that nothing is re-indexed because a day passed.
 */
export interface SearchDocument {
  readonly id: string;
  /** Grows with every change of what the document shows; an older version never replaces a newer one. */
  readonly version: number;
  /** Counts double. */
  readonly title: string;
  readonly text: string;
  /** Further words by which it is found, such as names and synonyms of its concepts; never shown. */
  readonly keywords?: readonly string[];
  /** Ids of trade concepts; also the values of the filter field `concept`. */
  readonly concepts?: readonly string[];
  /** Values of the index's fields (index-schemas.ts); absent means null. */
  readonly facets: Readonly<Record<string, FieldValue>>;
}

/** What is to happen to documents: full replacements and removals. */
export interface DocumentChanges {
  readonly upsert: readonly SearchDocument[];
  readonly remove: readonly string[];
}

/** Which version of a document an index holds. */
export interface DocumentVersion {
  readonly id: string;
  readonly version: number;
}

/** Every id once: of several replacements the last, and a removal before any replacement. */
export function eachOnce({ upsert, remove }: DocumentChanges): {
  upsert: SearchDocument[];
  remove: string[];
} {
  const removed = new Set(remove);
  const latest = new Map(upsert.map((document) => [document.id, document]));
  return { upsert: [...latest.values()].filter(({ id }) => !removed.has(id)), remove: [...removed] };
}

/**
 * Where the documents of an index come from: each feature writes one (`*.indexer.ts`) that reads the current state of
 * its things from PostgreSQL. What is not to be found by search (drafts, blocked things) is simply not given.
 */
export abstract class DocumentSource {
  abstract readonly index: IndexName;

  /** Aggregates whose id is the document's id: `Capability`. */
  abstract readonly aggregateTypes: readonly string[];

  /** Further aggregates that documents show: an `Organization` in its capabilities. */
  readonly dependsOn: readonly string[] = [];

  /** The documents of these ids as they are now; ids that are not to be found any more are left out. */
  abstract load(ids: readonly string[]): Promise<readonly SearchDocument[]>;

  /** Documents in the order of ids, after an id; an empty page means the end. A page may be shorter than `limit`. */
  abstract page(afterId: string | null, limit: number): Promise<readonly SearchDocument[]>;

  /** How many documents there are now. */
  abstract count(): Promise<number>;

  /** Ids of the documents that show these aggregates of a type in {@link dependsOn}. */
  dependents(_aggregateType: string, _aggregateIds: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}

/**
 * The registry of document sources: a feature's module registers its source when it starts
 * (`constructor(sources: DocumentSources, source: CapabilitiesIndexer) { sources.register(source); }`).
 */
@Injectable()
export class DocumentSources {
  private readonly sources = new Map<IndexName, DocumentSource>();

  /** Registers the one source of an index. */
  registerSource(source: DocumentSource): void {
    const known = this.sources.get(source.index);
    if (known && known !== source) throw new Error(`two document sources for the index ${source.index}`);
    this.sources.set(source.index, source);
  }

  /** The source of an index; throws when no feature registered one. */
  getSource(index: IndexName): DocumentSource {
    const source = this.sources.get(index);
    if (!source) throw new Error(`no document source for the index ${index}`);
    return source;
  }

  /** All registered sources, in the order in which indexes are rebuilt. */
  listSources(): readonly DocumentSource[] {
    return INDEX_NAMES.flatMap((index) => this.sources.get(index) ?? []);
  }
}
