import {
  type DocumentChanges,
  DocumentSource,
  type DocumentVersion,
  type SearchDocument,
} from '../port/search-document.js';
import type { IndexName } from '../port/index-schemas.js';
import { type IndexRebuild, SearchEngine } from '../port/search-engine.js';
import type { SearchableListing, SearchableListings } from './index-consumer.js';

/** A source over a list of documents, `shows` telling which organizations a document shows. */
export class ListSource extends DocumentSource {
  readonly index: IndexName = 'capabilities';
  readonly aggregateTypes = ['Capability'];
  override readonly dependsOn = ['Organization'];
  loads: (readonly string[])[] = [];

  constructor(
    public documents: SearchDocument[],
    private readonly shows: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super();
  }

  load(ids: readonly string[]): Promise<SearchDocument[]> {
    this.loads.push(ids);
    return Promise.resolve(this.documents.filter(({ id }) => ids.includes(id)));
  }

  page(afterId: string | null, limit: number): Promise<SearchDocument[]> {
    const later = this.documents.filter(({ id }) => afterId === null || id > afterId);
    return Promise.resolve(later.slice(0, limit));
  }

  count(): Promise<number> {
    return Promise.resolve(this.documents.length);
  }

  override dependents(_type: string, ids: readonly string[]): Promise<string[]> {
    return Promise.resolve(ids.flatMap((id) => this.shows[id] ?? []));
  }
}

/** An engine that only remembers which documents it holds. */
export class MemoryEngine extends SearchEngine {
  readonly held = new Map<string, SearchDocument>();
  readonly applied: DocumentChanges[] = [];
  aborted = 0;

  apply(_index: IndexName, changes: DocumentChanges): Promise<void> {
    this.applied.push(changes);
    for (const document of changes.upsert) this.held.set(document.id, document);
    for (const id of changes.remove) this.held.delete(id);
    return Promise.resolve();
  }

  versions(_index: IndexName, after: string | null, limit: number): Promise<DocumentVersion[]> {
    const all = [...this.held.values()].map(({ id, version }) => ({ id, version }));
    all.sort((a, b) => (a.id < b.id ? -1 : 1));
    return Promise.resolve(all.filter(({ id }) => after === null || id > after).slice(0, limit));
  }

  beginRebuild(): Promise<IndexRebuild> {
    const fresh: SearchDocument[] = [];
    return Promise.resolve({
      add: (documents: readonly SearchDocument[]) => Promise.resolve(void fresh.push(...documents)),
      finish: () => {
        this.held.clear();
        for (const document of fresh) this.held.set(document.id, document);
        return Promise.resolve({ documents: fresh.length });
      },
      abort: () => Promise.resolve(void this.aborted++),
    });
  }

  search = () => Promise.reject(new Error('not asked here'));
  recall = () => Promise.reject(new Error('not asked here'));
  documentFrequencies = () => Promise.reject(new Error('not asked here'));
  health = () => Promise.reject(new Error('not asked here'));
  maintain = () => Promise.resolve();
  close = () => Promise.resolve();
}

/** A document with little in it. */
export function plain(id: string, version = 1): SearchDocument {
  return { id, version, title: id, text: '', facets: {} };
}

/** What is told to be searchable, written down instead of recorded. */
export function announcedListings(): { announced: string[]; searchable: SearchableListings } {
  const announced: string[] = [];
  const announce = (listings: readonly SearchableListing[]) => {
    announced.push(...listings.map(({ aggregateType, id }) => `${aggregateType} ${id}`));
    return Promise.resolve();
  };
  return { announced, searchable: { announceListings: announce } as unknown as SearchableListings };
}
