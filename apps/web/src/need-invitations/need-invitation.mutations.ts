import { graphql } from '../api/graphql.js';

export const INVITE_TO_NEED = graphql(`
  mutation InviteToNeed($input: InviteToProcurementNeedInput!) {
    inviteToProcurementNeed(input: $input) {
      __typename
      ... on InviteToProcurementNeedPayload {
        procurementNeed {
          id
          state
          invitedOrganizations {
            id
          }
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

export const WITHDRAW_NEED_INVITATION = graphql(`
  mutation WithdrawNeedInvitation($input: WithdrawNeedInvitationInput!) {
    withdrawNeedInvitation(input: $input) {
      __typename
      ... on WithdrawNeedInvitationPayload {
        procurementNeed {
          id
          invitedOrganizations {
            id
          }
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
