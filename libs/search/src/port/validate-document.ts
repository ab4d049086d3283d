import { type FieldSchema, fieldSchema, type IndexName } from './index-schemas.js';
import type { FieldValue, SearchDocument } from './search-document.js';
import { BadDocumentError } from './search.errors.js';

/** NUL cannot be stored, and the unit separator divides the values of a field. */
const REFUSED = ['\u0000', '\u001f'];

function isClean(text: string): boolean {
  return !REFUSED.some((sign) => text.includes(sign));
}

/** Throws BadDocumentError when a document does not fit its index. */
export function validateDocument(index: IndexName, document: SearchDocument): void {
  const reason = textFault(document) ?? fieldFault(index, document);
  if (reason) throw new BadDocumentError(document.id, reason);
}

function textFault({ id, version, title, text }: SearchDocument): string | undefined {
  if (id === '') return 'has no id';
  if (!Number.isSafeInteger(version)) return `version ${version} is not a whole number`;
  return isClean(id + title + text) ? undefined : 'its texts hold control characters';
}

function fieldFault(index: IndexName, { facets, concepts = [] }: SearchDocument): string | undefined {
  if (!concepts.every(isCode)) return 'a concept is not a code';
  for (const [name, value] of Object.entries(facets)) {
    const schema = fieldSchema(index, name);
    if (!schema) return `the index ${index} has no field ${name}`;
    if (!fits(schema, value)) return `field ${name} cannot hold ${JSON.stringify(value)}`;
  }
  return undefined;
}

function fits({ kind, multiple }: FieldSchema, value: FieldValue): boolean {
  if (value === null) return true;
  if (kind === 'NUMBER') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value === 'string') return isCode(value);
  return multiple && Array.isArray(value) && value.every(isCode);
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && isClean(value);
}
