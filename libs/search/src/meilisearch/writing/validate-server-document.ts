import type { IndexName } from '../../port/index-schemas.js';
import type { SearchDocument } from '../../port/search-document.js';
import { BadDocumentError } from '../../port/search.errors.js';
import { validateDocument } from '../../port/validate-document.js';

/** What the server takes for an id; a task with another one fails as a whole. */
const ID = /^[A-Za-z0-9_-]{1,511}$/;

/** Throws BadDocumentError when a document does not fit its index, or not the server. */
export function validateServerDocument(index: IndexName, document: SearchDocument): void {
  validateDocument(index, document);
  if (!ID.test(document.id))
    throw new BadDocumentError(document.id, 'its id has signs other than letters, digits, - and _');
}
