import { v7 } from 'uuid';

/** A new identifier: UUID version 7, so that keys sort by the time they were made. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an identifier of ours; asking PostgreSQL with anything else is an error there. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
