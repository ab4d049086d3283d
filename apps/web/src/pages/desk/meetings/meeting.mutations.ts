import { graphql, USER_ERROR } from '../../../api/graphql.js';

export const SET_WISH = graphql(
  `
    mutation SetWish($input: SetMeetingWishInput!) {
      setMeetingWish(input: $input) {
        __typename
        ... on SetMeetingWishPayload {
          wish {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const WITHDRAW_WISH = graphql(
  `
    mutation WithdrawWish($input: WithdrawMeetingWishInput!) {
      withdrawMeetingWish(input: $input) {
        __typename
        ... on WithdrawMeetingWishPayload {
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

export const SET_AVAILABILITY = graphql(`
  mutation SetAvailability($input: SetMeetingAvailabilityInput!) {
    setMeetingAvailability(input: $input) {
      __typename
      registration {
        id
      }
    }
  }
`);

export const SET_TERMS = graphql(`
  mutation SetTerms($input: SetMeetingTermsInput!) {
    setMeetingTerms(input: $input) {
      __typename
      event {
        id
      }
    }
  }
`);

export const START_SCHEDULING = graphql(
  `
    mutation StartScheduling($input: StartSchedulingInput!) {
      startScheduling(input: $input) {
        __typename
        ... on StartSchedulingPayload {
          run {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const CANCEL_SCHEDULING = graphql(
  `
    mutation CancelScheduling($input: CancelSchedulingInput!) {
      cancelScheduling(input: $input) {
        __typename
        ... on CancelSchedulingPayload {
          run {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const RESCHEDULE_MEETING = graphql(
  `
    mutation RescheduleMeeting($input: RescheduleMeetingInput!) {
      rescheduleMeeting(input: $input) {
        __typename
        ... on RescheduleMeetingPayload {
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

export const SWAP_MEETINGS = graphql(
  `
    mutation SwapMeetings($input: SwapMeetingsInput!) {
      swapMeetings(input: $input) {
        __typename
        ... on SwapMeetingsPayload {
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

export const RECORD_ATTENDANCE = graphql(
  `
    mutation RecordAttendance($input: RecordMeetingAttendanceInput!) {
      recordMeetingAttendance(input: $input) {
        __typename
        ... on RecordMeetingAttendancePayload {
          meeting {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const CANCEL_MEETING = graphql(
  `
    mutation CancelMeeting($input: CancelMeetingInput!) {
      cancelMeeting(input: $input) {
        __typename
        ... on CancelMeetingPayload {
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

export const NAME_STAND_IN = graphql(
  `
    mutation NameStandIn($input: NameMeetingStandInInput!) {
      nameMeetingStandIn(input: $input) {
        __typename
        ... on NameMeetingStandInPayload {
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

export const REQUEST_MEETING = graphql(
  `
    mutation RequestMeeting($input: RequestMeetingInput!) {
      requestMeeting(input: $input) {
        __typename
        ... on RequestMeetingPayload {
          request {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const PROPOSE_TIME = graphql(
  `
    mutation ProposeTime($input: ProposeMeetingTimeInput!) {
      proposeMeetingTime(input: $input) {
        __typename
        ... on ProposeMeetingTimePayload {
          request {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const ACCEPT_REQUEST = graphql(
  `
    mutation AcceptRequest($input: AcceptMeetingRequestInput!) {
      acceptMeetingRequest(input: $input) {
        __typename
        ... on AcceptMeetingRequestPayload {
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

export const DECLINE_REQUEST = graphql(
  `
    mutation DeclineRequest($input: DeclineMeetingRequestInput!) {
      declineMeetingRequest(input: $input) {
        __typename
        ... on DeclineMeetingRequestPayload {
          request {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const EXPORT_SCHEDULE = graphql(`
  mutation ExportSchedule($input: ExportMeetingScheduleInput!) {
    exportMeetingSchedule(input: $input) {
      __typename
      fileName
      mediaType
      base64
    }
  }
`);
