import { observed } from '@app/kernel';
import type { IndexName } from './index-schemas.js';
import type { QueryDirection, RecallQuery } from './recall.js';
import type { DocumentChanges } from './search-document.js';
import { SearchEngine } from './search-engine.js';
import type { SearchRequest } from './search-request.js';

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
