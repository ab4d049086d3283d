import { graphql } from '../../../api/graphql.js';

export const INVITE = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on InvitationPayload {
        invitation {
          id
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

export const REVOKE_INVITATION = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      __typename
      ... on InvitationPayload {
        invitation {
          id
          state
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

export const REMOVE_MEMBER = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      __typename
      ... on MemberRemovedPayload {
        removedMemberId
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);
