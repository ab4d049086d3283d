import { Injectable } from '@nestjs/common';
import { INDEX_NAMES, type IndexName } from './index-schemas.js';
import type { SearchDocument } from './search-document.js';

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
  register(source: DocumentSource): void {
    const known = this.sources.get(source.index);
    if (known && known !== source) throw new Error(`two document sources for the index ${source.index}`);
    this.sources.set(source.index, source);
  }

  /** The source of an index; throws when no feature registered one. */
  of(index: IndexName): DocumentSource {
    const source = this.sources.get(index);
    if (!source) throw new Error(`no document source for the index ${index}`);
    return source;
  }

  /** All registered sources, in the order in which indexes are rebuilt. */
  all(): readonly DocumentSource[] {
    return INDEX_NAMES.flatMap((index) => this.sources.get(index) ?? []);
  }
}
