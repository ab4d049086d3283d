import type { Client } from '@urql/core';
import { graphql, type ResultOf, USER_ERROR } from '../api/graphql.js';
import { isRefusal } from '../api/use-action.js';
import {
  type Attendee,
  type Door,
  type DoorEntry,
  type DoorWalkIn,
  entriesOf,
  put,
  walkInsOf,
} from './door-store.js';
import { claimOf } from './judge.js';

const DOOR_EVENT = graphql(`
  query DoorEvent($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      title
      ticketPublicKey
    }
  }
`);

const ATTENDEES = graphql(`
  query DoorAttendees($eventId: ID!, $after: String) {
    eventAttendees(eventId: $eventId, first: 100, after: $after) {
      edges {
        node {
          id
          name
          jobTitle
          checkedInAt
          ticket {
            token
          }
          registration {
            id
            role
            companyName
            organization {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type AttendeeNode = ResultOf<typeof ATTENDEES>['eventAttendees']['edges'][number]['node'];

const SYNC = graphql(`
  mutation SyncCheckIns($input: SyncCheckInsInput!) {
    syncCheckIns(input: $input) {
      __typename
      ... on SyncCheckInsPayload {
        results {
          entryId
          outcome
          firstAt
          firstDevice
        }
      }
    }
  }
`);

const WALK_IN = graphql(
  `
    mutation RegisterWalkIn($input: RegisterWalkInInput!) {
      registerWalkIn(input: $input) {
        __typename
        ... on RegisterWalkInPayload {
          registration {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

/** Maximum number of entries per request to the API. */
const BATCH = 500;

/** An attendee as the device stores it; walk-ins bring a company name instead of an organization. */
export const attendeeOf = ({
  id,
  name,
  jobTitle,
  checkedInAt,
  ticket,
  registration,
}: AttendeeNode): Attendee => ({
  id,
  name,
  jobTitle,
  company: registration.organization?.name ?? registration.companyName ?? '',
  role: registration.role,
  serial: ticket ? (claimOf(ticket.token)?.serial ?? null) : null,
  checkedInAt,
});

async function expected(client: Client, eventId: string): Promise<Attendee[]> {
  const attendees: Attendee[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, error } = await client
      .query(ATTENDEES, { eventId, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) throw error ?? new Error('no answer');
    const { edges, pageInfo }: typeof data.eventAttendees = data.eventAttendees;
    attendees.push(...edges.map(({ node }) => attendeeOf(node)));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return attendees;
}

/** Downloads and stores everything a device needs at the door. Throws the error that prevented it. */
export async function fetchDoor(
  client: Client,
  { eventId, organizationId, device }: Pick<Door, 'eventId' | 'organizationId' | 'device'>,
): Promise<Door> {
  const { data, error } = await client
    .query(DOOR_EVENT, { id: eventId }, { requestPolicy: 'network-only' })
    .toPromise();
  if (!data?.matchmakingEvent) throw error ?? new Error('no such event');
  const { title, ticketPublicKey: publicKey } = data.matchmakingEvent;
  const attendees = await expected(client, eventId);
  const fetchedAt = new Date().toISOString();
  const door: Door = { eventId, title, organizationId, publicKey, device, attendees, fetchedAt };
  await put('doors', door);
  return door;
}

const inputOf = ({ entryId, at, ticket, representativeId }: DoorEntry) =>
  ticket ? { entryId, at, ticket } : { entryId, at, representativeId };

type SyncResult = ResultOf<typeof SYNC>['syncCheckIns']['results'][number];

/** The sent entries with the server's outcomes; entries without a result are left out and sent again later. */
export function mergeResults(sent: readonly DoorEntry[], results: readonly SyncResult[]): DoorEntry[] {
  return results.flatMap(({ entryId, outcome, firstAt, firstDevice }) => {
    const entry = sent.find((candidate) => candidate.entryId === entryId);
    return entry ? [{ ...entry, outcome, firstAt, firstDevice }] : [];
  });
}

async function sendEntries(client: Client, door: Door): Promise<void> {
  const unsent = (await entriesOf(door.eventId)).filter(({ outcome }) => outcome === null);
  for (let from = 0; from < unsent.length; from += BATCH) {
    const batch = unsent.slice(from, from + BATCH);
    const { eventId, organizationId, device } = door;
    const input = { actingOrganizationId: organizationId, eventId, device, entries: batch.map(inputOf) };
    const { data, error } = await client.mutation(SYNC, { input }).toPromise();
    if (!data) throw error ?? new Error('no answer');
    for (const entry of mergeResults(batch, data.syncCheckIns.results)) await put('entries', entry);
  }
}

async function sendWalkIn(client: Client, door: Door, walkIn: DoorWalkIn): Promise<void> {
  const { id, companyName, name, jobTitle, role, evenIfFull } = walkIn;
  const person = { companyName, name, jobTitle, role, evenIfFull };
  const target = { actingOrganizationId: door.organizationId, eventId: door.eventId, device: door.device };
  // Admitting despite a full event is a new request, not a retry of the refused one.
  const clientMutationId = evenIfFull ? `${id}:full` : id;
  const input = { ...target, ...person, clientMutationId };
  const { data, error } = await client.mutation(WALK_IN, { input }).toPromise();
  if (!data) throw error ?? new Error('no answer');
  const result = data.registerWalkIn;
  const refusal = isRefusal(result) ? result.message : null;
  await put('walkIns', { ...walkIn, sent: !refusal, refusal });
}

/** Uploads the entries of this device and downloads the current list. Throws when the server cannot be reached or refuses. */
export async function syncDoor(client: Client, door: Door): Promise<Door> {
  await sendEntries(client, door);
  for (const walkIn of await walkInsOf(door.eventId))
    if (!walkIn.sent && !walkIn.refusal) await sendWalkIn(client, door, walkIn);
  return fetchDoor(client, door);
}
