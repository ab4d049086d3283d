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

/** Most entries that the API takes at once. */
const BATCH = 500;

const attendeeOf = ({ id, name, jobTitle, checkedInAt, ticket, registration }: AttendeeNode): Attendee => ({
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

/** Fetches all that a device needs at the door, and keeps it. Throws what kept it from doing so. */
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

async function sendEntries(client: Client, door: Door): Promise<void> {
  const unsent = (await entriesOf(door.eventId)).filter(({ outcome }) => outcome === null);
  for (let from = 0; from < unsent.length; from += BATCH) {
    const batch = unsent.slice(from, from + BATCH);
    const { eventId, organizationId, device } = door;
    const input = { actingOrganizationId: organizationId, eventId, device, entries: batch.map(inputOf) };
    const { data, error } = await client.mutation(SYNC, { input }).toPromise();
    if (!data) throw error ?? new Error('no answer');
    for (const { entryId, outcome, firstAt, firstDevice } of data.syncCheckIns.results) {
      const entry = batch.find((sent) => sent.entryId === entryId);
      if (entry) await put('entries', { ...entry, outcome, firstAt, firstDevice });
    }
  }
}

async function sendWalkIn(client: Client, door: Door, walkIn: DoorWalkIn): Promise<void> {
  const { id, companyName, name, jobTitle, role, evenIfFull } = walkIn;
  const person = { companyName, name, jobTitle, role, evenIfFull };
  const target = { actingOrganizationId: door.organizationId, eventId: door.eventId, device: door.device };
  // Letting in all the same is another order than the one that was refused.
  const clientMutationId = evenIfFull ? `${id}:full` : id;
  const input = { ...target, ...person, clientMutationId };
  const { data, error } = await client.mutation(WALK_IN, { input }).toPromise();
  if (!data) throw error ?? new Error('no answer');
  const result = data.registerWalkIn;
  const refusal = isRefusal(result) ? result.message : null;
  await put('walkIns', { ...walkIn, sent: !refusal, refusal });
}

/** Sends what this device noted and fetches the list of now. Throws when the server is not reached or refuses. */
export async function syncDoor(client: Client, door: Door): Promise<Door> {
  await sendEntries(client, door);
  for (const walkIn of await walkInsOf(door.eventId))
    if (!walkIn.sent && !walkIn.refusal) await sendWalkIn(client, door, walkIn);
  return fetchDoor(client, door);
}
