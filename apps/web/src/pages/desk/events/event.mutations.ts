import { graphql, USER_ERROR } from '../../../api/graphql.js';

export const CREATE_EVENT = graphql(`
  mutation CreateEvent($input: CreateMatchmakingEventInput!) {
    createMatchmakingEvent(input: $input) {
      __typename
      ... on CreateMatchmakingEventPayload {
        event {
          id
        }
      }
    }
  }
`);

export const UPDATE_EVENT = graphql(
  `
    mutation UpdateEvent($input: UpdateMatchmakingEventInput!) {
      updateMatchmakingEvent(input: $input) {
        __typename
        ... on UpdateMatchmakingEventPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const PUBLISH_EVENT = graphql(
  `
    mutation PublishEvent($input: PublishMatchmakingEventInput!) {
      publishMatchmakingEvent(input: $input) {
        __typename
        ... on PublishMatchmakingEventPayload {
          event {
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

export const CANCEL_EVENT = graphql(
  `
    mutation CancelEvent($input: CancelMatchmakingEventInput!) {
      cancelMatchmakingEvent(input: $input) {
        __typename
        ... on CancelMatchmakingEventPayload {
          event {
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

export const OPEN_REGISTRATION = graphql(
  `
    mutation OpenRegistration($input: OpenEventRegistrationInput!) {
      openEventRegistration(input: $input) {
        __typename
        ... on OpenEventRegistrationPayload {
          event {
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

export const CLOSE_REGISTRATION = graphql(
  `
    mutation CloseRegistration($input: CloseEventRegistrationInput!) {
      closeEventRegistration(input: $input) {
        __typename
        ... on CloseEventRegistrationPayload {
          event {
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

export const REPEAT_EVENT = graphql(`
  mutation RepeatEvent($input: RepeatMatchmakingEventInput!) {
    repeatMatchmakingEvent(input: $input) {
      __typename
      ... on RepeatMatchmakingEventPayload {
        events {
          id
        }
      }
    }
  }
`);

export const SET_AGENDA = graphql(
  `
    mutation SetAgenda($input: SetEventAgendaInput!) {
      setEventAgenda(input: $input) {
        __typename
        ... on SetEventAgendaPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const SET_ADMISSION = graphql(
  `
    mutation SetAdmission($input: SetEventAdmissionInput!) {
      setEventAdmission(input: $input) {
        __typename
        ... on SetEventAdmissionPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const SET_GRID = graphql(
  `
    mutation SetGrid($input: SetMeetingGridInput!) {
      setMeetingGrid(input: $input) {
        __typename
        ... on SetMeetingGridPayload {
          event {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);
