import { Injectable } from '@nestjs/common';
import type { DocumentSource } from './document-source.js';
import { INDEX_NAMES, type IndexName } from './index-schemas.js';

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
