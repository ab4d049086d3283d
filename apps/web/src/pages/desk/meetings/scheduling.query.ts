import { graphql, type ResultOf } from '../../../api/graphql.js';

export const SCHEDULING_RUN = graphql(`
  fragment SchedulingRunParts on SchedulingRun {
    id
    state
    mode
    phase
    seconds
    createdAt
    finishedAt
    meetings
    bound
    gap
    failure
    causes {
      cause
      pairs
    }
    figures {
      meetings
      bound
      proven
      musts
      mustsWished
      requests
      leastPerParticipant
      idlePeriods
      changes
    }
    advice {
      kind
      text
      gain
    }
  }
`);

export type SchedulingRunData = ResultOf<typeof SCHEDULING_RUN>;

export const SCHEDULING_RUNS = graphql(
  `
    query SchedulingRuns($eventId: ID!) {
      schedulingRuns(eventId: $eventId, first: 5) {
        edges {
          node {
            ...SchedulingRunParts
          }
        }
      }
    }
  `,
  [SCHEDULING_RUN],
);

/** A run each time it has got on. */
export const SCHEDULING_PROGRESS = graphql(
  `
    subscription SchedulingProgress($id: ID!) {
      schedulingProgressed(id: $id) {
        ...SchedulingRunParts
      }
    }
  `,
  [SCHEDULING_RUN],
);

export const LEFT_OUT = graphql(`
  query LeftOut($id: ID!, $cause: LeftOutCause) {
    schedulingRun(id: $id) {
      id
      leftOut(first: 50, cause: $cause) {
        totalCount
        edges {
          node {
            cause
            level
            reason
            fallsOut
            buyer {
              id
              name
            }
            supplier {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const MEETING_TERMS = graphql(`
  query DeskMeetingTerms($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      version
      meetingTerms {
        mustWishesEach
        mostPerBuyer
        mostPerSupplier
        leastEach
        wishesUntil
      }
    }
  }
`);
