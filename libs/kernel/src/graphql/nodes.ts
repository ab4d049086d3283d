import { v7 } from 'uuid';
import { BadInputError } from '../errors/domain-error.js';

/** A new identifier: UUID version 7, so that keys sort by the time they were made. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an identifier of ours; asking PostgreSQL with anything else is an error there. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The opaque identifier that clients see: type and key in base64url. */
export function encodeGlobalId(typeName: string, id: string): string {
  return Buffer.from(`${typeName}:${id}`, 'utf8').toString('base64url');
}

/** Type and key of an opaque identifier; throws INVALID_ID. */
export function decodeGlobalId(globalId: string): { typeName: string; id: string } {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  const id = text.slice(colon + 1);
  if (colon < 1 || !isId(id)) throw new BadInputError('INVALID_ID', { id: globalId.slice(0, 80) });
  return { typeName: text.slice(0, colon), id };
}

/** The key behind an opaque identifier that must be of one type; throws INVALID_ID. */
export function keyOf(globalId: string, typeName: string): string {
  const decoded = decodeGlobalId(globalId);
  if (decoded.typeName !== typeName) throw new BadInputError('INVALID_ID', { id: globalId.slice(0, 80) });
  return decoded.id;
}
