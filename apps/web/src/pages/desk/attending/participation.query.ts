import { graphql, type ResultOf } from '../../../api/graphql.js';

/** An event for its participants: roles admitted and registration questions. */
const PARTICIPATION_EVENT = graphql(`
  fragment ParticipationEvent on MatchmakingEvent {
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
`);

/** The own place at an event, or the wait for one, with the tickets of who comes. */
const OWN_REGISTRATION = graphql(`
  fragment OwnRegistration on EventRegistration {
    id
    role
    state
    companyName
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
`);

/** An event as an organization takes part in it, with the organization's own places. */
export const PARTICIPATION = graphql(
  `
    query Participation($eventId: ID!, $organizationId: ID!) {
      matchmakingEvent(id: $eventId) {
        ...ParticipationEvent
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
            ...OwnRegistration
          }
        }
      }
      myEventVisits(eventId: $eventId, first: 20) {
        edges {
          node {
            ...OwnRegistration
          }
        }
      }
    }
  `,
  [PARTICIPATION_EVENT, OWN_REGISTRATION],
);

/** An event as a visitor comes to it on their own. */
export const VISIT = graphql(
  `
    query EventVisit($eventId: ID!) {
      matchmakingEvent(id: $eventId) {
        ...ParticipationEvent
      }
      myEventVisits(eventId: $eventId, first: 20) {
        edges {
          node {
            ...OwnRegistration
          }
        }
      }
    }
  `,
  [PARTICIPATION_EVENT, OWN_REGISTRATION],
);

export type Participation = ResultOf<typeof PARTICIPATION>;
export type ParticipationEvent = ResultOf<typeof PARTICIPATION_EVENT>;
export type OwnRegistration = ResultOf<typeof OWN_REGISTRATION>;
export type Colleague = NonNullable<NonNullable<Participation['organization']>['members']>[number]['user'];
