import type { RecordAny } from 'meilisearch';
import type { IndexName } from '../../port/index-schemas.js';
import type { VectorSource } from '../../port/near-documents.js';
import type { SearchDocument } from '../../port/search-document.js';
import { serverDocument } from '../index/server-document.js';

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
