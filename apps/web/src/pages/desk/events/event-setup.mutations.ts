import { graphql } from '../../../api/graphql.js';

export const SET_AGENDA = graphql(`
  mutation SetAgenda($input: SetEventAgendaInput!) {
    setEventAgenda(input: $input) {
      __typename
      ... on SetEventAgendaPayload {
        event {
          id
          version
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

export const SET_ADMISSION = graphql(`
  mutation SetAdmission($input: SetEventAdmissionInput!) {
    setEventAdmission(input: $input) {
      __typename
      ... on SetEventAdmissionPayload {
        event {
          id
          version
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

export const SET_GRID = graphql(`
  mutation SetGrid($input: SetMeetingGridInput!) {
    setMeetingGrid(input: $input) {
      __typename
      ... on SetMeetingGridPayload {
        event {
          id
          version
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
