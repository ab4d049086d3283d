import { graphql, USER_ERROR } from '../../../api/graphql.js';

export const DECLARE_CERTIFICATE = graphql(
  `
    mutation DeclareCertificate($input: DeclareCertificateInput!) {
      declareCertificate(input: $input) {
        __typename
        ... on DeclareCertificatePayload {
          certificate {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const UPDATE_CERTIFICATE = graphql(
  `
    mutation UpdateCertificate($input: UpdateCertificateInput!) {
      updateCertificate(input: $input) {
        __typename
        ... on DeclareCertificatePayload {
          certificate {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const WITHDRAW_CERTIFICATE = graphql(`
  mutation WithdrawCertificate($input: WithdrawCertificateInput!) {
    withdrawCertificate(input: $input) {
      __typename
      ... on WithdrawFactPayload {
        organization {
          id
        }
      }
    }
  }
`);

export const DECLARE_TIER = graphql(
  `
    mutation DeclareTier($input: DeclareTierRecognitionInput!) {
      declareTierRecognition(input: $input) {
        __typename
        ... on DeclareTierRecognitionPayload {
          tierRecognition {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const UPDATE_TIER = graphql(
  `
    mutation UpdateTier($input: UpdateTierRecognitionInput!) {
      updateTierRecognition(input: $input) {
        __typename
        ... on DeclareTierRecognitionPayload {
          tierRecognition {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const WITHDRAW_TIER = graphql(`
  mutation WithdrawTier($input: WithdrawTierRecognitionInput!) {
    withdrawTierRecognition(input: $input) {
      __typename
      ... on WithdrawFactPayload {
        organization {
          id
        }
      }
    }
  }
`);
