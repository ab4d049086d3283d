import { graphql, type ResultOf } from '../../../api/graphql.js';

export const OWN_MEETINGS = graphql(`
  query OwnMeetings($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      title
      schedule {
        zone
      }
      meetingSlots {
        id
        startsAt
        endsAt
      }
    }
    myEventRegistrations(actingOrganizationId: $organizationId, eventId: $eventId, first: 20) {
      edges {
        node {
          id
          state
          representatives {
            id
            name
          }
        }
      }
    }
    myMeetings(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          state
          locked
          cancellationReason
          slot {
            id
            startsAt
            endsAt
          }
          table {
            id
            label
          }
          buyer {
            id
            name
          }
          supplier {
            id
            name
          }
          buyerPerson {
            id
            name
          }
          supplierPerson {
            id
            name
          }
        }
      }
    }
  }
`);

export type OwnMeetings = ResultOf<typeof OWN_MEETINGS>;
export type OwnMeeting = OwnMeetings['myMeetings']['edges'][number]['node'];

/** A representative who can sit in a meeting. */
export type MeetingPerson = NonNullable<OwnMeeting['buyerPerson']>;

/** The own registered representatives who can come, and those of the other side are nobody's business. */
export function ownPeople({ myEventRegistrations }: OwnMeetings): readonly MeetingPerson[] {
  return myEventRegistrations.edges
    .filter(({ node }) => node.state === 'CONFIRMED')
    .flatMap(({ node }) => node.representatives);
}
