import type { SearchDocument } from '../../port/search-document.js';
import type { MeilisearchServer } from '../transport/meilisearch-server.js';
import { DocumentWriter } from './document-writer.js';

const PAGE = 1000;

/** The last thing that happened to a document while its index was being rebuilt. */
interface JournalEntry {
  readonly id: string;
  /** As JSON, so that the server does not look into it; null for a removal. */
  readonly document: string | null;
}

/**
 * What changed while an index was being rebuilt, perhaps by another process. It stands on the server as an index of its
 * own, which nobody searches, so that whoever finishes the rebuild can bring it in.
 */
export class ChangeJournal {
  private readonly writer: DocumentWriter;

  constructor(
    private readonly server: MeilisearchServer,
    private readonly uid: string,
  ) {
    this.writer = new DocumentWriter(server);
  }

  /** An empty journal. */
  async open(): Promise<void> {
    await this.server.createIndex(this.uid, { searchableAttributes: ['id'], filterableAttributes: [] });
  }

  /** Notes changes; of one document the last counts. */
  async note(upsert: readonly SearchDocument[], remove: readonly string[]): Promise<void> {
    const entries: JournalEntry[] = [
      ...upsert.map((document) => ({ id: document.id, document: JSON.stringify(document) })),
      ...remove.map((id) => ({ id, document: null })),
    ];
    await this.writer.put(
      this.uid,
      entries.map((entry) => ({ ...entry })),
    );
  }

  /** Hands over what was noted, in portions. */
  async *entries(): AsyncGenerator<{ upsert: SearchDocument[]; remove: string[] }> {
    for (let offset = 0; ; offset += PAGE) {
      const page = await this.server.documents(this.uid, { offset, limit: PAGE, fields: ['id', 'document'] });
      const entries = page as unknown as readonly JournalEntry[];
      yield {
        upsert: entries.flatMap(({ document }) => (document ? [JSON.parse(document) as SearchDocument] : [])),
        remove: entries.filter(({ document }) => document === null).map(({ id }) => id),
      };
      if (page.length < PAGE) return;
    }
  }
}
