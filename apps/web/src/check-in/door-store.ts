import type { EnumOf } from '../api/graphql.js';

/** Somebody who is expected, as a device at the door keeps it. */
export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly company: string;
  readonly role: EnumOf<'ParticipantRole'>;
  /** Of the ticket that is valid now; null when there is none. */
  readonly serial: number | null;
  readonly checkedInAt: string | null;
}

/** An event's door on this device: all that is needed to check people in without a network. */
export interface Door {
  readonly eventId: string;
  readonly title: string;
  /** For which organization the device notes. */
  readonly organizationId: string;
  readonly publicKey: string | null;
  /** What this device is called. */
  readonly device: string;
  readonly attendees: readonly Attendee[];
  /** When the list was fetched. */
  readonly fetchedAt: string;
}

/** Somebody noted by this device. */
export interface DoorEntry {
  readonly entryId: string;
  readonly eventId: string;
  readonly at: string;
  readonly name: string;
  readonly representativeId: string | null;
  readonly ticket: string | null;
  /** What the server said; null until it was reached. */
  readonly outcome: EnumOf<'CheckInOutcome'> | null;
  readonly firstAt?: string | null;
  readonly firstDevice?: string | null;
}

/** Somebody who came without a registration. */
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

/** Keeps a thing on this device, in place of what has its key. */
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

/** What this device noted at an event, the latest first. */
export const entriesOf = (eventId: string): Promise<DoorEntry[]> => ofEvent('entries', eventId);

/** Who came without a registration at an event, the latest first. */
export const walkInsOf = (eventId: string): Promise<DoorWalkIn[]> => ofEvent('walkIns', eventId);

/** Takes an event's door with all that was noted off this device. */
export async function forgetDoor(eventId: string): Promise<void> {
  for (const { entryId } of await entriesOf(eventId))
    await done((await store('entries', 'readwrite')).delete(entryId));
  for (const { id } of await walkInsOf(eventId)) await done((await store('walkIns', 'readwrite')).delete(id));
  await done((await store('doors', 'readwrite')).delete(eventId));
}
