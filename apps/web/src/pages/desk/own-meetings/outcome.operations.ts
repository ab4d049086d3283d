import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';

export const CLAIM_OUTCOME = graphql(
  `
    mutation ClaimOutcome($input: ClaimMeetingOutcomeInput!) {
      claimMeetingOutcome(input: $input) {
        __typename
        ... on ClaimMeetingOutcomePayload {
          meeting {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const END_THREAD = graphql(
  `
    mutation EndThread($input: EndOutcomeThreadInput!) {
      endOutcomeThread(input: $input) {
        __typename
        ... on EndOutcomeThreadPayload {
          meeting {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const RATE_MEETING = graphql(
  `
    mutation RateOwnMeeting($input: RateMeetingInput!) {
      rateMeeting(input: $input) {
        __typename
        ... on RateMeetingPayload {
          meeting {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

/** The organization's meetings at an event with what came of them. */
export const OUTCOMES = graphql(`
  query MeetingOutcomes($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      title
      schedule {
        zone
      }
    }
    myMeetings(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          state
          threadEndedBy
          slot {
            id
            startsAt
            endsAt
          }
          buyer {
            id
            name
          }
          supplier {
            id
            name
          }
          outcomes {
            kind
            claimedByBuyer
            claimedBySupplier
            amountByBuyer
            amountBySupplier
          }
          feedback {
            role
            rating
          }
        }
      }
    }
  }
`);

/** A meeting with what its sides say of it. */
export type FollowedMeeting = ResultOf<typeof OUTCOMES>['myMeetings']['edges'][number]['node'];
