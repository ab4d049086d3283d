import type { RecordAny } from 'meilisearch';
import type { IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/recall.js';
import type { SearchDocument } from '../../port/search-document.js';
import { BadDocumentError } from '../../port/search.errors.js';
import { validateDocument } from '../../port/validation.js';
import { serverDocument } from '../index/server-document.js';
import type { MeilisearchServer } from '../transport/meilisearch-server.js';
import { TaskFailedError } from '../transport/meilisearch.errors.js';

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
