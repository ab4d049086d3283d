import { jobKind } from '@app/database';
import { observed } from '@app/kernel';
import type { IndexName } from './index-schemas.js';
import type { NearDocument, QueryDirection, RecalledDocument, RecallQuery } from './recall.js';
import type { DocumentChanges, DocumentVersion, SearchDocument } from './search-document.js';
import type { SearchAnswer, SearchRequest } from './search-request.js';

/** The state of one index. */
export interface IndexHealth {
  readonly index: IndexName;
  readonly documents: number;
  /** Changes that are searchable and not yet merged into the index proper. */
  readonly unmerged: number;
  readonly rebuilding: boolean;
  /** Written by another version of the platform: answers, but only a rebuild gives it what is new. */
  readonly outdated: boolean;
}

/** The state of the engine. */
export interface EngineHealth {
  readonly engine: string;
  readonly ready: boolean;
  readonly indexes: readonly IndexHealth[];
  /** Why it is not ready. */
  readonly reason?: string;
}

/** A new index that is built next to the live one; no search sees it before {@link finish}. */
export interface IndexRebuild {
  /** Adds documents; no id twice in one rebuild. */
  add(documents: readonly SearchDocument[]): Promise<void>;
  /** Checks that everything arrived, brings in what changed meanwhile, and puts it in the place of the live index. */
  finish(): Promise<{ documents: number }>;
  /** Drops it; the live index is unchanged. */
  abort(): Promise<void>;
}

/** Orders a rebuild, when so much changed at once that rebuilding is cheaper than indexing change by change. */
export const REBUILD_INDEXES = jobKind<{ indexes: IndexName[] }>('rebuild-indexes', {
  expireSeconds: 3600,
  retries: 10,
});

/** How often words occur: the input of ranking by rarity. */
export interface DocumentFrequencies {
  /** Documents of the index. */
  readonly documents: number;
  /** Per text asked: documents that carry it; 0 when none does. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/**
 * The platform's search engine as every other library sees it. What it holds is derived from PostgreSQL's tables and
 * can be thrown away and rebuilt at any time.
 */
export abstract class SearchEngine {
  /** A page of hits with counts. Throws BadInputError for fields and pages that the index does not have. */
  abstract search(request: SearchRequest): Promise<SearchAnswer>;

  /** Candidates for matching: the union of each query's best documents, by the sum of their scores. */
  abstract recall(index: IndexName, queries: readonly RecallQuery[]): Promise<readonly RecalledDocument[]>;

  /** Whether it finds documents by their vectors; one that does not is asked for candidates by words alone. */
  readonly findsByVectors: boolean = false;

  /**
   * The documents nearest to a direction, the nearest first, among those that have a vector of its model on the same side (a
   * cosine above 0). Nothing from an engine that does not find by vectors, and while an index holds none of the model.
   */
  nearest(_index: IndexName, _direction: QueryDirection, _limit: number): Promise<readonly NearDocument[]> {
    return Promise.resolve([]);
  }

  /**
   * Replaces and removes documents. Once it resolves, the next search in this process finds them so, and within
   * 200 ms those in others. Applying the same again changes nothing. Throws BadDocumentError before anything changed.
   */
  abstract apply(index: IndexName, changes: DocumentChanges): Promise<void>;

  /** Ids and versions held, in the order of ids, after an id. */
  abstract versions(
    index: IndexName,
    after: string | null,
    limit: number,
  ): Promise<readonly DocumentVersion[]>;

  /** Begins to build an index next to the live one; an unfinished earlier rebuild of it is dropped. */
  abstract beginRebuild(index: IndexName): Promise<IndexRebuild>;

  /** How many documents carry each text: a word as the index knows it, or for a phrase its rarest word. */
  abstract documentFrequencies(index: IndexName, texts: readonly string[]): Promise<DocumentFrequencies>;

  /** Tidies up: merges changes, drops what is left of old and abandoned indexes. Called by the worker's timer. */
  abstract maintain(): Promise<void>;

  abstract health(): Promise<EngineHealth>;

  abstract close(): Promise<void>;
}

/** An engine whose calls are observed: how long they take, and how they end. */
export class ObservedSearchEngine extends SearchEngine {
  override readonly findsByVectors: boolean;

  constructor(private readonly engine: SearchEngine) {
    super();
    this.findsByVectors = engine.findsByVectors;
  }

  search(request: SearchRequest) {
    return observed('SEARCH', 'search', () => this.engine.search(request));
  }

  recall(index: IndexName, queries: readonly RecallQuery[]) {
    return observed('SEARCH', 'recall', () => this.engine.recall(index, queries));
  }

  override nearest(index: IndexName, direction: QueryDirection, limit: number) {
    return observed('SEARCH', 'nearest', () => this.engine.nearest(index, direction, limit));
  }

  apply(index: IndexName, changes: DocumentChanges) {
    return observed('SEARCH', 'apply', () => this.engine.apply(index, changes));
  }

  versions(index: IndexName, after: string | null, limit: number) {
    return observed('SEARCH', 'versions', () => this.engine.versions(index, after, limit));
  }

  beginRebuild(index: IndexName) {
    return observed('SEARCH', 'beginRebuild', () => this.engine.beginRebuild(index));
  }

  documentFrequencies(index: IndexName, texts: readonly string[]) {
    return observed('SEARCH', 'documentFrequencies', () => this.engine.documentFrequencies(index, texts));
  }

  maintain() {
    return observed('SEARCH', 'maintain', () => this.engine.maintain());
  }

  health() {
    return observed('SEARCH', 'health', () => this.engine.health());
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}
