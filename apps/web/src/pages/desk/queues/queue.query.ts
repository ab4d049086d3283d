import { graphql, type ResultOf } from '../../../api/graphql.js';

export const QUEUE_TABLE = graphql(`
  fragment QueueTableParts on QueueTable {
    id
    label
    open
    minutesEach
    calledNumber
    waiting
    expectedWaitMinutes
    hostRole
    host {
      id
      name
    }
  }
`);

export type QueueTableData = ResultOf<typeof QUEUE_TABLE>;

export const QUEUE_TABLES = graphql(
  `
    query QueueTables($organizationId: ID!, $eventId: ID!) {
      queueTables(actingOrganizationId: $organizationId, eventId: $eventId) {
        ...QueueTableParts
      }
    }
  `,
  [QUEUE_TABLE],
);

/** What a participant sees: the tables, and the numbers it has drawn. */
export const OWN_QUEUES = graphql(
  `
    query OwnQueues($organizationId: ID!, $eventId: ID!) {
      matchmakingEvent(id: $eventId) {
        id
        title
      }
      queueTables(actingOrganizationId: $organizationId, eventId: $eventId) {
        ...QueueTableParts
      }
      myQueueNumbers(actingOrganizationId: $organizationId, eventId: $eventId, first: 50) {
        edges {
          node {
            id
            number
            state
            ahead
            expectedWaitMinutes
            queueTable {
              id
            }
          }
        }
      }
    }
  `,
  [QUEUE_TABLE],
);

export type OwnNumber = ResultOf<typeof OWN_QUEUES>['myQueueNumbers']['edges'][number]['node'];

export const QUEUE_LINE = graphql(`
  query QueueLine($queueTableId: ID!) {
    queueNumbers(queueTableId: $queueTableId, first: 50) {
      edges {
        node {
          id
          number
          state
          calls
          participantName
        }
      }
    }
  }
`);

export type LineNumber = ResultOf<typeof QUEUE_LINE>['queueNumbers']['edges'][number]['node'];

/** The organizations that an organizer can open a table for. */
export const QUEUE_HOSTS = graphql(`
  query QueueHosts($eventId: ID!, $role: ParticipantRole, $after: String) {
    eventRegistrations(eventId: $eventId, states: [CONFIRMED], role: $role, first: 100, after: $after) {
      edges {
        node {
          id
          role
          companyName
          organization {
            id
            name
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
