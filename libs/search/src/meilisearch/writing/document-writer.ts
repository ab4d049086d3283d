import type { RecordAny } from 'meilisearch';
import type { IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/recall.js';
import type { SearchDocument } from '../../port/search-document.js';
import { BadDocumentError } from '../../port/search.errors.js';
import { validateDocument } from '../../port/validation.js';
import { serverDocument } from '../server/server-document.js';
import { TaskFailedError } from '../server/meilisearch-http.js';
import type { MeilisearchServer } from '../server/meilisearch-server.js';

/**
 * Documents in the form in which the server holds them, with their vectors where some are used. An index that finds by
 * vectors refuses a document that says nothing of them, so one without says null.
 */
export async function codedDocuments(
  index: IndexName,
  documents: readonly SearchDocument[],
  source: VectorSource | undefined,
): Promise<RecordAny[]> {
  const vectors = (documents.length > 0 && (await source?.of(index, documents))) || null;
  return documents.map((document, i) => ({
    ...serverDocument(index, document),
    ...(vectors ? { _vectors: vectors[i] } : {}),
  }));
}

/** What the server takes for an id; a task with another one fails as a whole. */
const ID = /^[A-Za-z0-9_-]{1,511}$/;

/** Throws BadDocumentError when a document does not fit its index, or not the server. */
export function validateServerDocument(index: IndexName, document: SearchDocument): void {
  validateDocument(index, document);
  if (!ID.test(document.id))
    throw new BadDocumentError(document.id, 'its id has signs other than letters, digits, - and _');
}

/** Documents of one task: a failing one costs so many others a second attempt. */
const PER_TASK = 1000;

/** Failures that lie in the index or the server, not in a document. */
const NOT_OF_A_DOCUMENT =
  /^(?:index_|internal|canceled|no_space|too_many|database_size|invalid_index|vector_embedding)/;

/** Puts documents into an index of the server and waits until they are searchable. */
export class DocumentWriter {
  constructor(private readonly server: MeilisearchServer) {}

  /**
   * Puts documents. A failed task fails every document in it and is not retried by the server; it is halved until the
   * one bad document is alone. The others are in by then; throws BadDocumentError for the first bad one.
   */
  async put(uid: string, documents: readonly RecordAny[]): Promise<void> {
    let bad: BadDocumentError | undefined;
    for (let from = 0; from < documents.length; from += PER_TASK)
      bad = (await this.putHalving(uid, documents.slice(from, from + PER_TASK))) ?? bad;
    if (bad) throw bad;
  }

  async remove(uid: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.server.done(await this.server.removeDocuments(uid, ids));
  }

  private async putHalving(
    uid: string,
    documents: readonly RecordAny[],
  ): Promise<BadDocumentError | undefined> {
    try {
      await this.server.done(await this.server.putDocuments(uid, documents));
      return undefined;
    } catch (error) {
      if (!(error instanceof TaskFailedError) || NOT_OF_A_DOCUMENT.test(error.code)) throw error;
      if (documents.length === 1) return new BadDocumentError(String(documents[0]!['id']), error.message);
      const half = Math.ceil(documents.length / 2);
      const first = await this.putHalving(uid, documents.slice(0, half));
      const second = await this.putHalving(uid, documents.slice(half));
      return first ?? second;
    }
  }
}

const PAGE = 1000;

/** The last thing that happened to a document while its index was being rebuilt. */
interface JournalEntry {
  readonly id: string;
  /** As JSON, so that the server does not look into it; null for a removal. */
  readonly document: string | null;
}

/**
 * What changed while an index was being rebuilt, perhaps by another process. It stands on the server as an index of its
 * own, which is not searched, so that any process that finishes the rebuild can apply it.
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
