import { graphql, type ResultOf } from '../api/graphql.js';

export const DOOR_EVENT = graphql(`
  query DoorEvent($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      title
      ticketPublicKey
    }
  }
`);

export const ATTENDEES = graphql(`
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

export type AttendeeNode = ResultOf<typeof ATTENDEES>['eventAttendees']['edges'][number]['node'];

export const SYNC = graphql(`
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

export const WALK_IN = graphql(`
  mutation RegisterWalkIn($input: RegisterWalkInInput!) {
    registerWalkIn(input: $input) {
      __typename
      ... on RegisterWalkInPayload {
        registration {
          id
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);
