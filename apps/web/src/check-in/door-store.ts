import type { EnumOf } from '../api/graphql.js';

/** A person on the attendee list, as the device stores it. */
export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly company: string;
  readonly role: EnumOf<'ParticipantRole'>;
  /** Serial of the currently valid ticket; null when there is none. */
  readonly serial: number | null;
  readonly checkedInAt: string | null;
}

/** Everything a device needs to check people in offline at one event. */
export interface Door {
  readonly eventId: string;
  readonly title: string;
  /** The organization that the device acts for. */
  readonly organizationId: string;
  readonly publicKey: string | null;
  /** The name of this device. */
  readonly device: string;
  readonly attendees: readonly Attendee[];
  /** When the list was fetched. */
  readonly fetchedAt: string;
}

/** A check-in recorded on this device. */
export interface DoorEntry {
  readonly entryId: string;
  readonly eventId: string;
  readonly at: string;
  readonly name: string;
  readonly representativeId: string | null;
  readonly ticket: string | null;
  /** The server's outcome; null until it is synchronized. */
  readonly outcome: EnumOf<'CheckInOutcome'> | null;
  readonly firstAt?: string | null;
  readonly firstDevice?: string | null;
}

/** A person admitted without a registration. */
export interface DoorWalkIn {
  /** Sent along, so that a retry registers once. */
  readonly id: string;
  readonly eventId: string;
  readonly at: string;
  readonly companyName: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly role: EnumOf<'ParticipantRole'>;
  readonly evenIfFull: boolean;
  readonly sent: boolean;
  /** Why the server refused it, in its words. */
  readonly refusal: string | null;
}

interface Stores {
  readonly doors: Door;
  readonly entries: DoorEntry;
  readonly walkIns: DoorWalkIn;
}

const KEYS = { doors: 'eventId', entries: 'entryId', walkIns: 'id' } as const;

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('lianqiao-check-in', 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(KEYS)) {
        const store = request.result.createObjectStore(name, { keyPath });
        if (name !== 'doors') store.createIndex('eventId', 'eventId');
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
  return opened;
}

async function store(name: keyof Stores, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(name, mode).objectStore(name);
}

/** Stores a thing on this device; replaces one with the same key. */
export async function put<Name extends keyof Stores>(name: Name, thing: Stores[Name]): Promise<void> {
  await done((await store(name, 'readwrite')).put(thing));
}

/** All doors of this device. */
export async function storedDoors(): Promise<Door[]> {
  return (await done((await store('doors', 'readonly')).getAll())) as Door[];
}

/** The door of an event on this device; null when it was never prepared. */
export async function storedDoor(eventId: string): Promise<Door | null> {
  const door = (await done((await store('doors', 'readonly')).get(eventId))) as Door | undefined;
  return door ?? null;
}

async function ofEvent<Name extends 'entries' | 'walkIns'>(
  name: Name,
  eventId: string,
): Promise<Stores[Name][]> {
  const index = (await store(name, 'readonly')).index('eventId');
  const found = (await done(index.getAll(eventId))) as Stores[Name][];
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

/** The check-ins recorded at an event, latest first. */
export const entriesOf = (eventId: string): Promise<DoorEntry[]> => ofEvent('entries', eventId);

/** The walk-ins recorded at an event, latest first. */
export const walkInsOf = (eventId: string): Promise<DoorWalkIn[]> => ofEvent('walkIns', eventId);

/** Deletes the data of an event from this device. */
export async function forgetDoor(eventId: string): Promise<void> {
  for (const { entryId } of await entriesOf(eventId))
    await done((await store('entries', 'readwrite')).delete(entryId));
  for (const { id } of await walkInsOf(eventId)) await done((await store('walkIns', 'readwrite')).delete(id));
  await done((await store('doors', 'readwrite')).delete(eventId));
}
