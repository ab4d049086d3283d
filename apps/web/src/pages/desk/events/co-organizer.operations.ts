import { graphql } from '../../../api/graphql.js';

export const CO_ORGANIZERS = graphql(`
  query CoOrganizers($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      organizer {
        id
        name
      }
      coOrganizers {
        id
        name
      }
      invitedCoOrganizers {
        id
        name
      }
    }
  }
`);

export const INVITE_CO_ORGANIZER = graphql(`
  mutation InviteCoOrganizer($input: InviteCoOrganizerInput!) {
    inviteCoOrganizer(input: $input) {
      __typename
      ... on InviteCoOrganizerPayload {
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

export const REMOVE_CO_ORGANIZER = graphql(`
  mutation RemoveCoOrganizer($input: RemoveCoOrganizerInput!) {
    removeCoOrganizer(input: $input) {
      __typename
      ... on RemoveCoOrganizerPayload {
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

export const ANSWER_CO_ORGANIZING = graphql(`
  mutation AnswerCoOrganizing($input: AnswerCoOrganizerInvitationInput!) {
    answerCoOrganizerInvitation(input: $input) {
      __typename
      ... on AnswerCoOrganizerInvitationPayload {
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
