import { graphql, type ResultOf } from '../../../api/graphql.js';

/** An event as an organization takes part in it: whom it admits, what is asked, and the organization's own places. */
export const PARTICIPATION = graphql(`
  query Participation($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      title
      state
      registrationClosesAt
      needCollections {
        id
        title
      }
      schedule {
        zone
        starts
        ends
      }
      admissions {
        role
        approvalNeeded
        placesLeft
      }
      questions {
        id
        text
        kind
        required
        choices
      }
    }
    organization(id: $organizationId) {
      id
      members {
        id
        user {
          id
          name
        }
      }
    }
    myEventRegistrations(actingOrganizationId: $organizationId, eventId: $eventId, first: 20) {
      edges {
        node {
          id
          role
          state
          placeInLine
          offerExpiresAt
          decisionReason
          answers {
            questionId
            question
            value
          }
          representatives {
            id
            name
            jobTitle
            checkedInAt
            ticket {
              qrSvg
              token
            }
          }
        }
      }
    }
  }
`);

export type Participation = ResultOf<typeof PARTICIPATION>;
export type ParticipationEvent = NonNullable<Participation['matchmakingEvent']>;
export type OwnRegistration = Participation['myEventRegistrations']['edges'][number]['node'];
export type Colleague = NonNullable<NonNullable<Participation['organization']>['members']>[number]['user'];
