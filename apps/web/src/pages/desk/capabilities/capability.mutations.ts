import { graphql } from '../../../api/graphql.js';

export const CREATE_CAPABILITY = graphql(`
  mutation CreateCapability($input: CreateCapabilityInput!) {
    createCapability(input: $input) {
      __typename
      ... on CreateCapabilityPayload {
        capability {
          id
          version
        }
      }
    }
  }
`);

export const UPDATE_CAPABILITY = graphql(`
  mutation UpdateCapability($input: UpdateCapabilityInput!) {
    updateCapability(input: $input) {
      __typename
      ... on UpdateCapabilityPayload {
        capability {
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

export const PUBLISH_CAPABILITY = graphql(`
  mutation PublishCapability($input: PublishCapabilityInput!) {
    publishCapability(input: $input) {
      __typename
      ... on PublishCapabilityPayload {
        capability {
          id
          state
        }
      }
    }
  }
`);

export const RECONFIRM_CAPABILITY = graphql(`
  mutation ReconfirmCapability($input: ReconfirmCapabilityInput!) {
    reconfirmCapability(input: $input) {
      __typename
      ... on ReconfirmCapabilityPayload {
        capability {
          id
          freshness {
            fact
            days
            stale
          }
        }
      }
    }
  }
`);

export const WITHDRAW_CAPABILITY = graphql(`
  mutation WithdrawCapability($input: WithdrawCapabilityInput!) {
    withdrawCapability(input: $input) {
      __typename
      ... on WithdrawCapabilityPayload {
        capability {
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
